import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { Child } from '../process/child';
import { freePort } from '../process/free-port';
import { PlainError } from '@porchlight/installation';
import { run } from '../process/run';
import { until } from '../process/until';
import type { Backing } from './backing';
import { installedPostgres } from './postgres-programs';
import { ownFolder, postgresUser, reachableFolder, runnablePrograms } from './postgres-user';

export interface PostgresOptions {
  /** The repository, in whose node_modules the programs are. */
  readonly root: string;
  /** Where the data lies (or a folder of the same purpose, where the user that runs it cannot reach this one). */
  readonly folder: string;
  readonly password: string;
  /** The port of an earlier start; a free one otherwise. */
  readonly port?: number;
  /** For tests: data need not survive a crash of the machine. */
  readonly throwAway?: boolean;
  readonly onLine?: (line: string) => void;
}

export interface Postgres extends Backing {
  /** Where the data really lies. */
  readonly folder: string;
}

/** Starts PostgreSQL on a free loopback port, making its cluster first where there is none. The superuser is `postgres`. */
export const startPostgres = async (options: PostgresOptions): Promise<Postgres> => {
  const user = await postgresUser();
  const folder = await reachableFolder(options.folder, user);
  await ownFolder(folder, user);
  const programs = await runnablePrograms(await installedPostgres(options.root), join(folder, 'programs'), user);
  const data = join(folder, 'data');
  if (!existsSync(join(data, 'PG_VERSION'))) await makeCluster(programs, folder, data, options.password, user);
  await removeStrangersLock(data);
  const port = options.port ?? (await freePort());
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: 300,
    shared_buffers: '64MB',
    // Commits stay synchronous: what was acknowledged must outlive a SIGKILL of PostgreSQL in tests too.
    ...(options.throwAway && { fsync: 'off', full_page_writes: 'off' }),
  };
  const child = Child.start({
    command: join(programs, 'bin/postgres'),
    args: ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    cwd: '/',
    user,
    stopSignal: 'SIGINT',
    onLine: options.onLine,
  });
  const url = `postgres://postgres:${options.password}@127.0.0.1:${port}/postgres`;
  await until(
    () => !child.isRunning || answers(url),
    30_000,
    () => `PostgreSQL did not answer: ${child.lastWords()}`,
  );
  if (!child.isRunning) throw new PlainError(`PostgreSQL did not start: ${explain(child.lastWords())}`);
  return { url, folder, child, stop: () => child.stop() };
};

type User = Awaited<ReturnType<typeof postgresUser>>;

const makeCluster = async (programs: string, folder: string, data: string, password: string, user: User) => {
  await rm(data, { recursive: true, force: true });
  await ownFolder(data, user);
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) await run('chown', [`${user.uid}:${user.gid}`, passwordFile]);
  const options = [
    `--pgdata=${data}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ];
  const made = await run(join(programs, 'bin/initdb'), options, { ...user, cwd: '/', env: { LC_ALL: 'C' } });
  await rm(passwordFile);
  if (made.code === 0) return;
  await rm(data, { recursive: true, force: true });
  throw new PlainError(`PostgreSQL could not make its data folder ${data}: ${explain(made.err.trim())}`);
};

/**
 * Removes the lock of a PostgreSQL that is gone and whose process number now belongs to another program: the one lock
 * that PostgreSQL itself takes for real. All others it judges better than we could.
 */
const removeStrangersLock = async (data: string): Promise<void> => {
  const lock = join(data, 'postmaster.pid');
  const pid = (await readFile(lock, 'utf8').catch(() => '')).split('\n', 1)[0];
  const command = pid ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '') : '';
  if (command && !command.includes(data)) await rm(lock, { force: true });
};

const explain = (words: string): string =>
  words.includes('No space left on device') ? 'the disk is full; make room and start again.' : words;

const answers = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
};
