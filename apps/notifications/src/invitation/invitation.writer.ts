import { Injectable } from '@nestjs/common';
import { askBrand, askInvitationMail, type Role } from '@porchlight/contracts';
import { Asks } from '@porchlight/messaging';
import { LetterPress } from '../letter/letter-press';
import type { MailOrder } from '../mail/mail-kind';
import type { Letter } from '../mail/smtp';
import type { Writer } from '../mail/writer';
import { invitationWords } from './invitation.words';

/** Who is invited, to the staff, where they gave no name. */
const unnamed: Record<Role, string> = {
  owner: 'an owner',
  manager: 'a manager',
  subcontractor: 'a subcontractor',
  customer: 'a customer',
};

/** Writes to who is invited; nothing once the invitation is over or was sent anew. */
@Injectable()
export class InvitationWriter implements Writer {
  constructor(
    private readonly asks: Asks,
    private readonly press: LetterPress,
  ) {}

  async write({ reference, generation, language }: MailOrder): Promise<Letter | null> {
    const invitation = await this.asks.ask(askInvitationMail, { invitationId: reference, generation });
    if (!invitation.sendable) return null;
    const { to, companyId, contact } = invitation;
    const look = await this.asks.ask(askBrand, { companyId });
    const words = invitationWords(invitation, language);
    const replyTo = contact.email === undefined ? undefined : { name: words.from, address: contact.email };
    const about = {
      kind: 'mail_undelivered' as const,
      subject: invitation.name ?? unnamed[invitation.role],
      detail: invitation.projectName ?? invitation.companyName,
      projectId: invitation.projectId ?? null,
    };
    return { to, replyTo, about, ...(await this.press.print(words, look)) };
  }
}
