import { Injectable } from '@nestjs/common';
import { askBrand, askCapturedLead, askStaffAddress } from '@porchlight/contracts';
import { Asks } from '@porchlight/messaging';
import { inSentence } from '../letter/in-sentence';
import { LetterPress } from '../letter/letter-press';
import type { MailOrder } from '../mail/mail-kind';
import type { Letter } from '../mail/smtp';
import type { Writer } from '../mail/writer';
import { capturedLeadWords } from './captured-lead.words';

/** Writes to one of the staff about a lead that came in by itself; an answer to the mail goes to who sent the form. */
@Injectable()
export class CapturedLeadWriter implements Writer {
  constructor(
    private readonly asks: Asks,
    private readonly press: LetterPress,
  ) {}

  /** Nothing once the lead is gone, or the reader has left. */
  async write({ reference: leadId, recipient }: MailOrder): Promise<Letter | null> {
    const lead = await this.asks.ask(askCapturedLead, { leadId });
    if (!lead.sendable || !recipient) return null;
    const { companyId } = lead;
    const address = await this.asks.ask(askStaffAddress, { companyId, personId: recipient });
    if (!address.sendable) return null;
    const look = await this.asks.ask(askBrand, { companyId });
    const replyTo = lead.email === null ? undefined : { name: inSentence(lead.clientName), address: lead.email };
    return { to: address.to, replyTo, ...(await this.press.print(capturedLeadWords(lead, address), look)) };
  }
}
