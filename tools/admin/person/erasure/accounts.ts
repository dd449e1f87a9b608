import { accessFactV1, invitationChangedV1, membershipChangedV1 } from '@porchlight/contracts';
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { sayNewer } from '../../messages/newer-state';
import { actFor } from '../../messages/services';
import type { KnownPerson } from '../known-person';
import type { Stand } from '../mentions';

/** Long enough ago that identity does not leave it to the request that made it. */
const dueAtOnce = `now() - interval '1 minute'`;

/**
 * Ends what identity knows of a person, as closing an account does: memberships, sessions, and by a noted revocation the
 * screens of portals; told to the others as its own states. Gives what queued mails may be about.
 */
export const endAccounts = async (client: Client, person: KnownPerson, stand: Stand): Promise<string[]> => {
  await actFor(client, 'identity');
  for (const id of person.accounts) await endAccount(client, id, stand);
  const asked = [...(await forgetConfirmations(client, person)), ...(await forgetResets(client, person))];
  return [...person.accounts, ...asked, ...(await endInvitations(client, person, stand))];
};

const endAccount = async (client: Client, id: string, stand: Stand): Promise<void> => {
  await client.query('update membership set removed_at = now() where person_id = $1 and removed_at is null', [id]);
  // Ended ones are told of by their ids until their tokens ran out; identity looks for them once a second.
  await client.query(
    `update session set device = '', token_hash = id::text, previous_hash = null, ended_at = coalesce(ended_at, now())
     where person_id = $1`,
    [id],
  );
  const member = { name: stand.name, email: stand.email, memberships: [] };
  const version = await sayNewer(client, 'identity', membershipChangedV1.type, id, {
    data: () => ({ personId: id, ...member }),
  });
  await sayNewer(client, 'identity', accessFactV1.type, id, {
    data: () => ({ personId: id, staffOf: [], customerOf: [], worksOn: [] }),
  });
  // A closed account had an address that nobody has already; each is another's.
  await client.query(
    `update person set name = $2, email = case when deactivated_at is null then $3 else email end, password_hash = '',
       password_version = password_version + 1, email_confirmed_at = null, deactivated_at = coalesce(deactivated_at, now()),
       membership_version = coalesce($4, membership_version)
     where id = $1`,
    [id, stand.name, stand.email, version],
  );
  await client.query(
    `insert into portal_revocation (id, person_id, project_id, sid, link_ids, created_at)
     values ($1, $2, null, null, '[]', ${dueAtOnce})`,
    [randomUUID(), id],
  );
};

const forgetConfirmations = (client: Client, { email, accounts }: KnownPerson): Promise<string[]> =>
  idsOf(
    client,
    `delete from email_confirmation where person_id = any($2) or $1 in (lower(email), lower(previous_email))`,
    [email, accounts],
  );

const forgetResets = (client: Client, { email }: KnownPerson): Promise<string[]> =>
  idsOf(client, 'delete from password_reset where lower(email) = $1', [email]);

const endInvitations = async (client: Client, { email }: KnownPerson, stand: Stand): Promise<string[]> => {
  const ended = await idsOf(
    client,
    `update invitation set email = $2, name = null, message = null, version = version + 1,
       state = case state when 'pending' then 'revoked' else state end
     where lower(email) = $1`,
    [email, stand.email],
  );
  for (const id of ended) {
    const version = await sayNewer(client, 'identity', invitationChangedV1.type, id, {
      data: (data) => {
        const { state, ...rest } = invitationChangedV1.schema.parse(data);
        return { ...rest, email: stand.email, name: null, state: state === 'pending' ? 'revoked' : state };
      },
    });
    if (version !== null) await client.query('update invitation set version = $2 where id = $1', [id, version]);
  }
  return ended;
};

const idsOf = async (client: Client, statement: string, values: readonly unknown[]): Promise<string[]> =>
  (await client.query<{ id: string }>(`${statement} returning id`, [...values])).rows.map(({ id }) => id);
