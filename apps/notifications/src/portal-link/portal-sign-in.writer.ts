import { Injectable } from '@nestjs/common';
import { askBrand, askCompany, askPortalSignIn } from '@porchlight/contracts';
import { Asks } from '@porchlight/messaging';
import { LetterPress } from '../letter/letter-press';
import type { MailOrder } from '../mail/mail-kind';
import type { Letter } from '../mail/smtp';
import type { Writer } from '../mail/writer';
import { portalSignInWords } from './portal-link.words';
import { replyTo } from './reply-to';

/** Shows a customer where to sign in; nothing once they are none any more. No secret is in it. */
@Injectable()
export class PortalSignInWriter implements Writer {
  constructor(
    private readonly asks: Asks,
    private readonly press: LetterPress,
  ) {}

  async write({ reference: membershipId, language }: Omit<MailOrder, 'kind'>): Promise<Letter | null> {
    const signIn = await this.asks.ask(askPortalSignIn, { membershipId });
    if (!signIn.sendable) return null;
    const { to, companyId } = signIn;
    const company = await this.asks.ask(askCompany, { companyId });
    const look = await this.asks.ask(askBrand, { companyId });
    const words = portalSignInWords({ ...signIn, endsOn: null }, company, language);
    const { personName, projectName, projectId = null } = signIn;
    const about = {
      kind: 'mail_undelivered' as const,
      subject: personName ?? projectName,
      detail: projectName,
      projectId,
    };
    return { to, replyTo: replyTo(words, company), about, ...(await this.press.print(words, look)) };
  }
}
