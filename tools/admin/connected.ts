import { PlainError } from '@porchlight/installation';
import { Client } from 'pg';

/** Runs `work` over one connection of its own. Throws a `PlainError` where PostgreSQL is not there. */
export const connected = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url, application_name: 'admin', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new PlainError(`PostgreSQL cannot be reached: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/**
 * Runs `work` in one transaction that sees every row. Values are written and read the same way whatever the server, the
 * role and the database are set to.
 */
export const inTransaction = async <T>(client: Client, kind: string, work: () => Promise<T>): Promise<T> => {
  await client.query(`begin transaction ${kind}`);
  try {
    for (const setting of [
      `timezone = 'UTC'`,
      `datestyle = 'ISO, YMD'`,
      `intervalstyle = 'postgres'`,
      `bytea_output = 'hex'`,
      `extra_float_digits = 1`,
    ])
      await client.query(`set local ${setting}`);
    // Of a superuser nothing is asked; another owner is let in by the policies as the services' sweeps are.
    await client.query(`select set_config('app.system', 'on', true)`);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
};
