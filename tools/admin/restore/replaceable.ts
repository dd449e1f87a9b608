import { schemaOf, services } from '@porchlight/contracts';
import { appRole, PlainError } from '@porchlight/installation';
import type { Client } from 'pg';
import type { Manifest } from '../backup/manifest';
import { migrationsOf, tablesOf } from '../backup/tables';

/** Throws a `PlainError` while a service is connected: what it knows would not be what is restored. */
export const nobodyServes = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `select distinct usename::text as name from pg_stat_activity
     where datname = current_database() and usename = any($1) order by 1`,
    [services.map(appRole)],
  );
  if (rows.length > 0)
    throw new PlainError(`services are running (${rows.map(({ name }) => name).join(', ')}): stop them first`);
};

/** Throws a `PlainError` unless the schemas are exactly those that the rows were read from. */
export const schemasFit = async (client: Client, { schemas, version }: Manifest): Promise<void> => {
  const faults: string[] = [];
  for (const name of services.map(schemaOf)) {
    const there = await migrationsOf(client, name);
    const wanted = schemas.find((schema) => schema.name === name)?.migrations;
    if (there?.join() !== wanted?.join()) faults.push(name);
  }
  if (faults.length > 0)
    throw new PlainError(
      `the schemas of ${faults.join(', ')} are not those of the backup: bring them to version ${version} by its migrations, restore, then upgrade`,
    );
};

/** Whether any service has a row; those that a new installation writes by itself do not count. */
export const isInUse = async (client: Client): Promise<boolean> => {
  for (const { schema, table } of await allTables(client)) {
    const name = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`;
    if (!ownBookkeeping.has(table) && (await client.query(`select from ${name} limit 1`)).rowCount) return true;
  }
  return false;
};

const ownBookkeeping = new Set(['reconciled', 'replica']);

export const allTables = async (client: Client): Promise<{ schema: string; table: string }[]> => {
  const found: { schema: string; table: string }[] = [];
  for (const schema of services.map(schemaOf))
    for (const { name } of await tablesOf(client, schema)) found.push({ schema, table: name });
  return found;
};
