import type { Client } from 'pg';

/** A row of the outbox that waits to be published. */
export interface WaitingRow {
  seq: string;
  id: string;
  type: string;
  aggregate_id: string;
  envelope: string;
}

/**
 * The oldest rows that wait, but for those on their way and those of aggregates held back. By status and not by
 * position: a row that commits late is not skipped.
 */
export const waitingRows = async (
  client: Client,
  except: { seqs: string[]; aggregates: string[] },
  limit: number,
): Promise<WaitingRow[]> => {
  const { rows } = await client.query<WaitingRow>(
    `select seq, id, type, aggregate_id, envelope from outbox
     where published_at is null and seq <> all($1::bigint[]) and aggregate_id <> all($2::uuid[])
     order by seq limit $3`,
    [except.seqs, except.aggregates, limit],
  );
  return rows;
};

export const markPublished = async (client: Client, seqs: string[]): Promise<void> => {
  await client.query('update outbox set published_at = now() where seq = any($1::bigint[])', [seqs]);
};

/** How many rows wait, and for how many seconds the oldest has. */
export const backlog = async (client: Client): Promise<{ waiting: number; ageSeconds: number }> => {
  const { rows } = await client.query<{ waiting: number; age: number }>(
    `select count(*)::int as waiting, coalesce(extract(epoch from now() - min(occurred_at)), 0)::float as age
     from outbox where published_at is null`,
  );
  return { waiting: rows[0]?.waiting ?? 0, ageSeconds: Math.max(rows[0]?.age ?? 0, 0) };
};

/** Rows stay longer than the 7 days that reconcilers may look back; the inbox 30 days, after which copies are refused. */
const retention = [
  `delete from outbox where published_at < now() - interval '8 days'`,
  `delete from inbox where applied_at < now() - interval '31 days'`,
  `delete from ended_session where until < now()`,
];

export const forgetOld = async (client: Client): Promise<void> => {
  for (const statement of retention) await client.query(statement);
};
