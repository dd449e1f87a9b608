import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@porchlight/platform';
import type { Config } from '../config';
import { InvitationLinks } from './invitation-links';
import type { Sending } from './invitation.entity';

/** How invitations are sent from here. */
@Injectable()
export class Sendings {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly links: InvitationLinks,
  ) {}

  /** Whether a mail server is set up. */
  get mailed(): boolean {
    return this.config.SMTP_CONFIGURED;
  }

  next(): Sending {
    const { INVITATION_DAYS: days } = this.config;
    return { at: new Date(), days, keyVersion: this.links.keyVersion, mailed: this.mailed };
  }
}
