import { services, type ServiceName } from '@porchlight/contracts';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { natsProgram } from '../backing/nats';
import { startPostgres } from '../backing/postgres';
import { findProgram } from '../backing/programs';
import { redisProgram } from '../backing/redis';
import { migrationEnvironment } from '../services/environment';
import { natsAuthorization, provisionDatabase } from '../services/provision';
import { makeSecrets } from '@porchlight/installation';
import { migrateService } from '../services/service-process';
import { runFileVariable, templateDatabase, type TestRun } from './run-file';
import { makeTemplateStreams } from './template-streams';

/**
 * Starts what all integration tests of one run share: a PostgreSQL whose template database has every service's schema,
 * and a JetStream store with every stream. Tests find it by an environment variable. Gives what stops it all.
 */
export const startTestRun = async (root: string): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'porchlight-test-'));
  await chmod(folder, 0o711);
  const secrets = makeSecrets();
  const cache = join(process.env['PORCHLIGHT_DATA'] ?? join(root, '.porchlight'), 'programs');
  for (const program of [natsProgram, redisProgram]) await findProgram(program, cache);
  const postgres = await startPostgres({
    root,
    folder: join(folder, 'postgres'),
    password: secrets.postgres,
    throwAway: true,
  });
  const stop = async (): Promise<void> => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
    await rm(postgres.folder, { recursive: true, force: true });
  };
  try {
    const url = await makeDatabase(postgres.url, templateDatabase);
    await provisionDatabase(root, url, secrets.roles);
    const authorization = await natsAuthorization(root, secrets.busUsers);
    const [unmigrated, streamsFolder] = await Promise.all([
      migrateAll(root, url, secrets),
      makeTemplateStreams({ root, folder: join(folder, 'nats'), cache, authorization, secrets }),
    ]);
    const testRun: TestRun = {
      root,
      cache,
      postgresUrl: postgres.url,
      secrets,
      natsAuthorization: authorization,
      streamsFolder,
      unmigrated,
    };
    const file = join(folder, 'run.json');
    await writeFile(file, JSON.stringify(testRun), { mode: 0o600 });
    process.env[runFileVariable] = file;
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
};

const makeDatabase = async (adminUrl: string, name: string): Promise<string> => {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/** One broken service must not fail the tests of the others: what it said is kept for those that need it. */
const migrateAll = async (
  root: string,
  postgresUrl: string,
  secrets: TestRun['secrets'],
): Promise<TestRun['unmigrated']> => {
  const faults: Partial<Record<ServiceName, string>> = {};
  const migrateOne = async (service: ServiceName): Promise<void> => {
    try {
      await migrateService(root, service, migrationEnvironment(service, { postgresUrl, secrets }));
    } catch (error) {
      faults[service] = error instanceof Error ? error.message : String(error);
      process.stderr.write(`${faults[service]}\n`);
    }
  };
  await Promise.all(services.map(migrateOne));
  return faults;
};
