import type { Letter } from '../mail/smtp';
import type { LetterWords } from '../letter/letter.words';
import type { Company } from './portal-link.words';

/** An answer to the mail goes to the company's public address, where it has one. */
export const replyTo = ({ from }: LetterWords, { contact }: Company): Letter['replyTo'] =>
  contact.email === undefined ? undefined : { name: from, address: contact.email };
