import type { News } from '../notice/notice.entity';
import type { MailOrder } from './mail-kind';
import type { Letter } from './smtp';

/** Nobody is written to, and the staff hears why instead. */
export interface ToldInstead {
  readonly toldInstead: News;
}

/** Composes the mails of one kind at the moment of sending, so that address, link and names rest nowhere before. */
export interface Writer {
  /** The letter, or null when nobody should get it any more. Throws when a service it asks does not answer. */
  write(order: Omit<MailOrder, 'kind'>): Promise<Letter | ToldInstead | null>;
}
