import { PlainError } from '@porchlight/installation';
import type { Client } from 'pg';
import { actFor } from '../../messages/services';
import type { KnownPerson } from '../known-person';

/** Companies that would be without an owner. Owners of the same company are asked for one after the other. */
const ownedAlone = async (client: Client, accounts: readonly string[]): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select company.name from membership own join company on company.id = own.company_id
     where own.person_id = any($1) and own.role = 'owner' and own.removed_at is null
       and not exists (select from membership other where other.company_id = own.company_id and other.role = 'owner'
         and other.removed_at is null and other.person_id <> all($1))
     order by company.name`,
    [accounts],
  );
  return rows.map(({ name }) => name);
};

/** Companies whose portals, forms and mails give the address as theirs. */
const speakingBy = async (client: Client, email: string): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select name from company where lower(contact ->> 'email') = $1 order by name`,
    [email],
  );
  return rows.map(({ name }) => name);
};

/** Throws a `PlainError` where a company would be left without what it cannot be without. */
export const mayBeErased = async (client: Client, { accounts, email }: KnownPerson): Promise<void> => {
  await actFor(client, 'identity');
  // As the service itself does: two owners who are to go at once queue here, and the second is the last.
  await client.query('select from person where id = any($1) order by id for update', [accounts]);
  await client.query(
    `select pg_advisory_xact_lock(hashtextextended('owners ' || company_id, 0))
     from (select distinct company_id from membership
       where person_id = any($1) and role = 'owner' and removed_at is null order by company_id) own`,
    [accounts],
  );
  const alone = await ownedAlone(client, accounts);
  if (alone.length > 0)
    throw new PlainError(
      `is the only owner of ${alone.join(', ')}, which would belong to nobody: make somebody else an owner first`,
    );
  const speaking = await speakingBy(client, email);
  if (speaking.length > 0)
    throw new PlainError(
      `the address is what ${speaking.join(', ')} can be reached by on portals and in mails: have another one put in the company's settings first`,
    );
};
