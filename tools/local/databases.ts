import { services } from '@porchlight/contracts';
import { PlainError, type Secrets } from '@porchlight/installation';
import {
  migrateService,
  migrationEnvironment,
  provisionDatabase,
  startPostgres,
  type Surroundings,
} from '@porchlight/testing';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Running } from './running';
import type { Settings } from './settings';

const database = 'porchlight';

/** PostgreSQL with every service's schema and roles in it: ours, or the given one. Gives the URL of its database. */
export const preparePostgres = async (settings: Settings, secrets: Secrets, running: Running): Promise<string> => {
  if (settings.given.postgres) {
    await reachGiven(settings.given.postgres);
    await provisionDatabase(settings.root, settings.given.postgres, secrets.roles);
    return settings.given.postgres;
  }
  let url = '';
  let port: number | undefined;
  await running.keep('PostgreSQL', 1, async (onLine, spawned) => {
    const { root, data } = settings;
    const started = await startPostgres({
      root,
      folder: join(data, 'postgres'),
      password: secrets.postgres,
      port,
      onLine,
    });
    spawned(started.child);
    url = started.url;
    port = Number(new URL(url).port);
  });
  const own = await makeDatabase(url);
  await provisionDatabase(settings.root, own, secrets.roles);
  return own;
};

/** What tells one database from another, wherever it moves: the cluster's own number and the name. */
export const databaseId = async (url: string): Promise<string> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `select system_identifier || '/' || current_database() as id from pg_control_system()`,
    );
    return rows[0]?.id ?? '';
  } finally {
    await client.end();
  }
};

/** Brings all schemas up to date, unless this very build did so in this very database before. */
export const migrateAll = async (settings: Settings, surroundings: Surroundings): Promise<void> => {
  const stamp = join(settings.data, 'migrated');
  const wanted = `${await databaseId(surroundings.postgresUrl)} ${await bundlesHash(settings.root)}`;
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  await Promise.all(
    services.map((service) => migrateService(settings.root, service, migrationEnvironment(service, surroundings))),
  );
  await writeFile(stamp, wanted);
};

const bundlesHash = async (root: string): Promise<string> => {
  const hash = createHash('sha256');
  for (const service of services) hash.update(await readFile(join(root, 'dist/apps', service, 'main.js')));
  return hash.digest('hex');
};

const reachGiven = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
  } catch (error) {
    throw new PlainError(
      `The PostgreSQL that PORCHLIGHT_POSTGRES_URL names cannot be reached (${error instanceof Error ? error.message : ''}): start it, or unset the variable.`,
    );
  }
  await client.end();
};

const makeDatabase = async (adminUrl: string): Promise<string> => {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) await client.query(`create database ${database}`);
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
};
