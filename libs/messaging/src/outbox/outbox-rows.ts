import type { Client } from 'pg';

/** A row of the outbox that waits to be published. */
export interface WaitingRow {
  seq: string;
  id: string;
  type: string;
  aggregate_id: string;
  envelope: string;
}

/** As the outbox writes an envelope, this stands before `data`, where anything may be written. */
const writtenTraceparent = /"traceparent":"([\da-f-]{55})"/;

/** The trace that a row was written in. */
export const traceparentOf = ({ envelope }: Pick<WaitingRow, 'envelope'>): string | null =>
  writtenTraceparent.exec(envelope.slice(0, envelope.indexOf('"data":')))?.[1] ?? null;

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

export interface Backlog {
  readonly waiting: number;
  /** How long the oldest row has waited. */
  readonly ageSeconds: number;
  readonly deadLetters: number;
}

export const backlog = async (client: Client): Promise<Backlog> => {
  const { rows } = await client.query<{ waiting: number; age: number; dead: number }>(
    `select count(*)::int as waiting, coalesce(extract(epoch from now() - min(occurred_at)), 0)::float as age,
       (select count(*)::int from dead_letter) as dead
     from outbox where published_at is null`,
  );
  const { waiting, age, dead } = rows[0] ?? { waiting: 0, age: 0, dead: 0 };
  return { waiting, ageSeconds: Math.max(age, 0), deadLetters: dead };
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
