import { projectFactV1, shellFactV1 } from '@porchlight/contracts';
import type { Client } from 'pg';
import { sayNewer } from '../../messages/newer-state';
import { actFor } from '../../messages/services';
import type { KnownPerson } from '../known-person';
import type { Stand } from '../mentions';

/** Ends the links with the address and the person's own, and forgets who asked for new ones. Gives the ids of the links. */
export const endLinks = async (client: Client, person: KnownPerson, stand: Stand): Promise<string[]> => {
  await actFor(client, 'portal-gateway');
  await client.query('delete from link_request where lower(email) = $1', [person.email]);
  await client.query('delete from portal_session where person_id = any($1)', [person.accounts]);
  const { rows } = await client.query<{ id: string }>(
    `update share_link set label = $3, email = null, revoked_at = coalesce(revoked_at, now())
     where lower(email) = $1 or person_id = any($2) returning id`,
    [person.email, person.accounts, stand.name],
  );
  return rows.map(({ id }) => id);
};

/** What portals are made of: where its owner keeps what was said last, and counts its versions. */
export const told = [
  { service: 'projects', table: 'project_portal', version: 'public_version', type: projectFactV1.type },
  { service: 'leads', table: 'portal', version: 'shell_version', type: shellFactV1.type },
] as const;

/** Has portals shown anew in which a name stood. */
export const showAnew = async (
  client: Client,
  { service, table, version, type }: (typeof told)[number],
  projectIds: readonly string[],
): Promise<void> => {
  await actFor(client, service);
  for (const id of projectIds) {
    const newer = await sayNewer(client, service, type, id);
    if (newer !== null) await client.query(`update ${table} set ${version} = $2 where project_id = $1`, [id, newer]);
  }
};
