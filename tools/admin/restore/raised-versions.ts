import { projectFactV1, shellFactV1 } from '@porchlight/contracts';
import type { Client } from 'pg';
import { sayNewer } from '../messages/newer-state';

/** Higher than any change made since the backup: screens that saw those take what comes now for newer. */
const least = 1_000_000;

/** What a portal is made of, and where its owner counts versions. */
const facts = [
  { schema: 'projects', type: projectFactV1.type, table: 'project_portal', version: 'public_version' },
  { schema: 'leads', type: shellFactV1.type, table: 'portal', version: 'shell_version' },
] as const;

/** The highest version that the portals of this installation have now, before it is replaced. */
export const highestVersion = async (client: Client): Promise<number> => {
  let highest = 0;
  for (const { schema, table, version } of facts) {
    const { rows } = await client.query<{ highest: number }>(
      `select coalesce(max(${version}), 0)::int as highest from ${schema}.${table}`,
    );
    highest = Math.max(highest, rows[0]?.highest ?? 0);
  }
  return highest;
};

/**
 * Raises the version of every portal by a million above what was seen, and has it sent anew: change and outbox in the
 * transaction of `client`. Gives how many facts go out.
 */
export const raiseVersions = async (client: Client, seen: number): Promise<number> => {
  const by = least + seen;
  let count = 0;
  for (const { schema, type, table, version } of facts) {
    const { rows } = await client.query<{ aggregate_id: string }>(
      `select aggregate_id from ${schema}.latest_state where type = $1`,
      [type],
    );
    for (const { aggregate_id: id } of rows) {
      const raised = await sayNewer(client, schema, type, id, { by });
      await client.query(`update ${schema}.${table} set ${version} = $2 where project_id = $1`, [id, raised]);
    }
    count += rows.length;
  }
  return count;
};
