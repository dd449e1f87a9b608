import type { MailOrder } from './mail-kind';
import type { Letter } from './smtp';

/** Composes the mails of one kind at the moment of sending, so that address, link and names rest nowhere before. */
export interface Writer {
  /** The letter, or null when nobody should get it any more. Throws when a service it asks does not answer. */
  write(order: Pick<MailOrder, 'reference' | 'generation' | 'recipient'>): Promise<Letter | null>;
}
