import { envelopeSchema, projectFactV1, shellFactV1 } from '@porchlight/contracts';
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

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
    const { rows } = await client.query<{ aggregate_id: string; envelope: string }>(
      `select aggregate_id, envelope from ${schema}.latest_state where type = $1`,
      [type],
    );
    for (const { aggregate_id: id, envelope: text } of rows) {
      const last = envelopeSchema.parse(JSON.parse(text));
      const now = new Date().toISOString();
      const raised = {
        ...last,
        id: randomUUID(),
        occurredAt: now,
        aggregateVersion: last.aggregateVersion + by,
        correlationId: randomUUID(),
        causationId: null,
        traceparent: null,
      };
      const envelope = JSON.stringify(raised);
      await client.query(`update ${schema}.${table} set ${version} = $2 where project_id = $1`, [
        id,
        raised.aggregateVersion,
      ]);
      await client.query(
        `update ${schema}.latest_state set version = $3, envelope = $4, changed_at = $5 where type = $1 and aggregate_id = $2`,
        [type, id, raised.aggregateVersion, envelope, now],
      );
      await client.query(
        `insert into ${schema}.outbox (id, type, aggregate_id, envelope, occurred_at) values ($1, $2, $3, $4, $5)`,
        [raised.id, type, id, envelope, now],
      );
    }
    count += rows.length;
  }
  return count;
};
