import { until, type System } from '@porchlight/testing';
import { Client } from 'pg';

/** Lets requests meet: none gets past a person's row before all of them have come to it. */
export const atOnce = async <T>(
  system: System,
  email: string,
  requests: readonly (() => Promise<T>)[],
): Promise<T[]> => {
  const holder = new Client({ connectionString: system.postgresUrl() });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query('select 1 from identity.person where email = $1 for update', [email]);
    const replies = Promise.all(requests.map((request) => request()));
    const waiting = async (): Promise<boolean> => {
      // Asked on another connection: within a transaction the answer stays that of the first time.
      const rows = await system.sql(
        'identity',
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length >= requests.length;
    };
    await until(waiting, 10_000, 'the requests did not all come to the row');
    await holder.query('commit');
    return await replies;
  } finally {
    await holder.end();
  }
};
