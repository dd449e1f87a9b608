import { Injectable } from '@nestjs/common';
import { askAcceptedMail, askBrand } from '@porchlight/contracts';
import { Asks } from '@porchlight/messaging';
import { inSentence } from '../letter/in-sentence';
import { LetterPress } from '../letter/letter-press';
import type { MailOrder } from '../mail/mail-kind';
import type { Letter } from '../mail/smtp';
import type { Writer } from '../mail/writer';
import { acceptanceWords } from './acceptance.words';

/** Writes to who invited, once somebody accepted; an answer to the mail goes to who joined. */
@Injectable()
export class AcceptanceWriter implements Writer {
  constructor(
    private readonly asks: Asks,
    private readonly press: LetterPress,
  ) {}

  async write({ reference, generation }: MailOrder): Promise<Letter | null> {
    const acceptance = await this.asks.ask(askAcceptedMail, { invitationId: reference, generation });
    if (!acceptance.sendable) return null;
    const { to, companyId, personEmail } = acceptance;
    const look = await this.asks.ask(askBrand, { companyId });
    const words = acceptanceWords(acceptance);
    const replyTo = { name: inSentence(acceptance.personName), address: personEmail };
    return { to, replyTo, ...(await this.press.print(words, look)) };
  }
}
