import { Inject, Injectable } from '@nestjs/common';
import { askBrand, askInvitationMail } from '@porchlight/contracts';
import { Asks } from '@porchlight/messaging';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Letter } from '../mail/smtp';
import { TEMPLATES } from '../mail/templates';
import { invitationLetter } from './invitation.letter';

/** Writes an invitation's mail at the moment of sending, so that its link rests nowhere before. */
@Injectable()
export class InvitationMailer {
  private template: Promise<string> | undefined;

  constructor(
    @Inject(TEMPLATES) private readonly templates: string,
    private readonly asks: Asks,
  ) {}

  /** The letter, or null when the invitation is over or was sent anew. Throws when identity or leads do not answer. */
  async write(invitationId: string, generation: number): Promise<Letter | null> {
    const invitation = await this.asks.ask(askInvitationMail, { invitationId, generation });
    if (!invitation.sendable) return null;
    const { colors } = await this.asks.ask(askBrand, { companyId: invitation.companyId });
    this.template ??= readFile(join(this.templates, 'invitation.mjml'), 'utf8');
    return invitationLetter(await this.template, invitation, colors);
  }
}
