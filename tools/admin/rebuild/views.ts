import { projectFactV1, shellFactV1, type ServiceName } from '@porchlight/contracts';
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { inServiceOf } from '../messages/services';

const gateway: ServiceName = 'portal-gateway';
const facts = [projectFactV1, shellFactV1];
const types = facts.map(({ type }) => type);

/** The hash of each stored view by project: of what it shows and of its versions. */
export const viewHashes = (client: Client): Promise<Map<string, string>> =>
  inServiceOf(client, gateway, async () => {
    const { rows } = await client.query<{ project_id: string; text: string }>(
      `select project_id, row_to_json(view)::text as text from view order by project_id`,
    );
    return new Map(rows.map((row) => [row.project_id, createHash('sha256').update(row.text).digest('hex')]));
  });

/** Takes the stored views away, and the memory of what was applied: owners are asked for everything. */
export const forgetViews = (client: Client): Promise<void> =>
  inServiceOf(client, gateway, async () => {
    await client.query('delete from view');
    await client.query('delete from applied_state where type = any($1)', [types]);
    await client.query('delete from reconciled where type = any($1)', [types]);
  });

/** How many facts of their owners are not applied yet. */
export const missingFacts = async (client: Client): Promise<number> => {
  const owned: { type: string; id: string; version: string }[] = [];
  for (const { type, producer } of facts)
    owned.push(
      ...(await inServiceOf(
        client,
        producer,
        async () =>
          (
            await client.query<{ type: string; id: string; version: string }>(
              'select type, aggregate_id as id, version from latest_state where type = $1',
              [type],
            )
          ).rows,
      )),
    );
  return inServiceOf(client, gateway, async () => {
    const { rows } = await client.query<{ missing: number }>(
      `select count(*)::int as missing
       from json_to_recordset($1::json) as owned (type text, id uuid, version bigint)
       where not exists (select from applied_state applied
         where applied.type = owned.type and applied.aggregate_id = owned.id and applied.version >= owned.version)`,
      [JSON.stringify(owned)],
    );
    return rows[0]?.missing ?? 0;
  });
};

/** A comparison that had begun before may have told itself done: it is to be made from the beginning once more. */
export const compareAnew = (client: Client): Promise<void> =>
  inServiceOf(client, gateway, async () => {
    await client.query('delete from reconciled where type = any($1)', [types]);
  });
