import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { freePort, until } from '@porchlight/testing';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup } from './commands';

describe('what Prometheus is told of backups', () => {
  const given = process.env;
  let folder = '';
  let port = 0;
  let service: Promise<void>;
  beforeEach(async () => {
    jest.spyOn(console, 'error').mockReturnValue();
    folder = await mkdtemp(join(tmpdir(), 'porchlight-told-'));
    port = await freePort();
    process.env = {
      // Nobody is there: no backup is made by this.
      PROVISION_DATABASE_URL: `postgres://nobody@127.0.0.1:${await freePort()}/nothing`,
      BACKUP_DIR: folder,
      PROJECTS_FILES_DIR: folder,
      LEADS_FILES_DIR: folder,
      PUBLIC_FILES_DIR: folder,
      METRICS_PORT: `${port}`,
    };
    service = backup.run(
      ['--daily'],
      () => undefined,
      () => undefined,
    );
  });
  afterEach(async () => {
    process.emit('SIGTERM');
    await service;
    process.env = given;
    jest.restoreAllMocks();
    await rm(folder, { recursive: true });
  });
  const newest = async (): Promise<number> => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    return Number(/^porchlight_backup_newest_seconds (\d+)$/m.exec(text)?.[1]);
  };

  it('is when the newest whole one was begun, whoever made it, and that there is none', async () => {
    await until(
      () =>
        newest().then(
          () => true,
          () => false,
        ),
      10_000,
    );
    expect(await newest()).toBe(0);
    for (const name of ['2026-11-21T021500Z', '2026-11-22T021500Z', '.part-2026-11-23T021500Z'])
      await mkdir(join(folder, name));
    expect(await newest()).toBe(Date.parse('2026-11-22T02:15:00Z') / 1_000);
    // As a disk that was taken away.
    await rm(join(folder, '2026-11-22T021500Z'), { recursive: true });
    expect(await newest()).toBe(Date.parse('2026-11-21T02:15:00Z') / 1_000);
  });
});
