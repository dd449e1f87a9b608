import { envelopeSchema, schemaOf, type ServiceName } from '@porchlight/contracts';
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

export interface Newer {
  /** By how much the version rises. */
  readonly by?: number;
  readonly data?: (data: unknown) => unknown;
}

/**
 * Has the owner of a state say it anew, in the transaction of `client`, as its own change would: readers take it for the
 * newest. Gives the version, which the owner's row has to get as well; null where nothing was ever said.
 */
export const sayNewer = async (
  client: Client,
  service: ServiceName,
  type: string,
  aggregateId: string,
  { by = 1, data = (same) => same }: Newer = {},
): Promise<number | null> => {
  const schema = client.escapeIdentifier(schemaOf(service));
  const { rows } = await client.query<{ envelope: string }>(
    `select envelope from ${schema}.latest_state where type = $1 and aggregate_id = $2 for update`,
    [type, aggregateId],
  );
  if (!rows[0]) return null;
  const last = envelopeSchema.parse(JSON.parse(rows[0].envelope));
  const now = new Date().toISOString();
  const newer = {
    ...last,
    id: randomUUID(),
    occurredAt: now,
    aggregateVersion: last.aggregateVersion + by,
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    data: data(last.data),
  };
  const envelope = JSON.stringify(newer);
  await client.query(
    `update ${schema}.latest_state set version = $3, envelope = $4, changed_at = $5 where type = $1 and aggregate_id = $2`,
    [type, aggregateId, newer.aggregateVersion, envelope, now],
  );
  await client.query(
    `insert into ${schema}.outbox (id, type, aggregate_id, envelope, occurred_at) values ($1, $2, $3, $4, $5)`,
    [newer.id, type, aggregateId, envelope, now],
  );
  await client.query(`select pg_notify($1, '')`, [`outbox_${schemaOf(service)}`]);
  return newer.aggregateVersion;
};
