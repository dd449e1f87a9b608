import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { currentRun } from '../run/run-file';
import { startPostgres, type Postgres } from './postgres';

const ask = async (url: string, question: string): Promise<unknown> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(question)).rows[0];
  } finally {
    await client.end();
  }
};

/** As root, PostgreSQL runs as someone else, who reaches nothing behind a root-only folder such as /root. */
describe('PostgreSQL on data in a closed folder', () => {
  let home = '';
  let postgres: Postgres;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'porchlight-home-'));
    await chmod(home, 0o700);
    await mkdir(join(home, 'data'));
    postgres = await start();
  });
  afterAll(async () => {
    await postgres.stop();
    await rm(postgres.folder, { recursive: true, force: true });
    await rm(home, { recursive: true, force: true });
  });

  const start = (): Promise<Postgres> =>
    startPostgres({
      root: currentRun().root,
      folder: join(home, 'data/postgres'),
      password: 'secret',
      throwAway: true,
    });

  it('starts, with UTF-8 and only on loopback', async () => {
    expect(await ask(postgres.url, 'show server_encoding')).toEqual({ server_encoding: 'UTF8' });
    expect(await ask(postgres.url, 'show listen_addresses')).toEqual({ listen_addresses: '127.0.0.1' });
    expect(await ask(postgres.url, 'show unix_socket_directories')).toEqual({ unix_socket_directories: '' });
  });

  it('lets nobody in without the password', async () => {
    await expect(ask(postgres.url.replace('secret', 'guess'), 'select 1')).rejects.toThrow(
      'password authentication failed',
    );
  });

  it('keeps its data closed to others', async () => {
    expect((await stat(join(postgres.folder, 'data'))).mode & 0o077).toBe(0);
  });

  it('starts again on the same data after it was killed', async () => {
    await ask(postgres.url, 'create table kept as select 42 as answer');
    postgres.child.kill('SIGKILL');
    await postgres.child.ended;
    postgres = await start();
    expect(await ask(postgres.url, 'select answer from kept')).toEqual({ answer: 42 });
  });
});
