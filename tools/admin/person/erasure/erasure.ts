import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { KnownPerson } from '../known-person';
import type { Stand } from '../mentions';
import { endAccounts } from './accounts';
import { forgetClient } from './leads';
import { dropMails } from './mails';
import { endLinks } from './portals';
import { mayBeErased } from './refusals';
import { replaceMentions } from './replaced-mentions';

/** What companies read in the place of a name. */
export const standFor = (person: KnownPerson): Stand => ({
  // Nobody can have an address of this domain (RFC 6761), and a company may invite another erased one to the same place.
  email: `${randomUUID()}@erased.invalid`,
  name: person.accounts.length > 0 ? 'Former member' : 'Former contact',
});

export interface Erased {
  readonly links: number;
  readonly mails: number;
  /** Rows in which the person was replaced, by table. */
  readonly rows: ReadonlyMap<string, number>;
}

/** Erases a person in the transaction of `client`. Throws a `PlainError` where a company would not be sound after it. */
export const erase = async (client: Client, person: KnownPerson, stand: Stand): Promise<Erased> => {
  await mayBeErased(client, person);
  const about = await endAccounts(client, person, stand);
  await forgetClient(client, person, stand);
  const links = await endLinks(client, person, stand);
  const mails = await dropMails(client, person, [...about, ...links]);
  return { links: links.length, mails, rows: await replaceMentions(client, person, stand) };
};
