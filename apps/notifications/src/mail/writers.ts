import { Injectable } from '@nestjs/common';
import { AccountWriter } from '../account/account.writer';
import { AcceptanceWriter } from '../invitation/acceptance.writer';
import { InvitationWriter } from '../invitation/invitation.writer';
import { CapturedLeadWriter } from '../lead/captured-lead.writer';
import { PortalLinkWriter } from '../portal-link/portal-link.writer';
import { PortalSignInWriter } from '../portal-link/portal-sign-in.writer';
import type { MailKind, MailOrder } from './mail-kind';
import type { Letter } from './smtp';
import type { ToldInstead, Writer } from './writer';

/** Who writes which mail. */
@Injectable()
export class Writers {
  private readonly byKind: Readonly<Record<MailKind, Writer>>;

  constructor(
    invitation: InvitationWriter,
    acceptance: AcceptanceWriter,
    lead: CapturedLeadWriter,
    portalLink: PortalLinkWriter,
    portalSignIn: PortalSignInWriter,
    account: AccountWriter,
  ) {
    this.byKind = {
      invitation,
      invitation_accepted: acceptance,
      lead_captured: lead,
      portal_link: portalLink.of({ renew: false }),
      portal_link_renewed: portalLink.of({ renew: true }),
      portal_sign_in: portalSignIn,
      password_reset: account.of('password_reset'),
      password_changed: account.of('password_changed'),
      email_confirmation: account.of('email_confirmation'),
      email_changed: account.of('email_changed'),
    };
  }

  /** As `Writer`, for a mail of any kind. */
  write(order: MailOrder): Promise<Letter | ToldInstead | null> {
    return this.byKind[order.kind].write(order);
  }
}
