import type { Client } from 'pg';
import { actFor } from '../../messages/services';
import type { KnownPerson } from '../known-person';

/** Queued mails to the person are not sent any more: those to their account, and those about what was just ended. */
export const dropMails = async (client: Client, person: KnownPerson, about: readonly string[]): Promise<number> => {
  await actFor(client, 'notifications');
  const { rowCount } = await client.query(
    `update mail set state = 'skipped', ended_at = now(), language = null
     where state = 'queued' and (recipient = any($1) or recipient is null and reference = any($2))`,
    [person.accounts, about],
  );
  return rowCount ?? 0;
};
