import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupsIn, forgetOld, timeOf } from './kept-backups';
import { nameAt } from './write-backup';

describe('backups that are kept', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'porchlight-kept-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const madeAt = (...names: string[]): Promise<unknown> => Promise.all(names.map((name) => mkdir(join(folder, name))));

  it('are named after their second, and found by that name alone', async () => {
    const at = new Date('2026-11-22T02:15:07.891Z');
    expect(nameAt(at)).toBe('2026-11-22T021507Z');
    expect(timeOf(nameAt(at)).toISOString()).toBe('2026-11-22T02:15:07.000Z');
    await madeAt('2026-11-22T021507Z', '.part-2026-11-23T021507Z', 'lost+found', '2026-11-21T021507Z');
    expect(await backupsIn(folder)).toEqual(['2026-11-21T021507Z', '2026-11-22T021507Z']);
    expect(await backupsIn(join(folder, 'nowhere'))).toEqual([]);
  });

  it('go when they are old, and nothing else goes', async () => {
    await madeAt('2026-11-01T000000Z', '2026-11-08T000000Z', '2026-11-20T000000Z', 'photos');
    const now = new Date('2026-11-22T00:00:00Z');
    expect(await forgetOld(folder, 14, now)).toEqual(['2026-11-01T000000Z']);
    expect((await readdir(folder)).sort()).toEqual(['2026-11-08T000000Z', '2026-11-20T000000Z', 'photos']);
  });

  it('never lose the newest, however old it is', async () => {
    await madeAt('2026-01-01T000000Z', '2026-01-02T000000Z');
    await forgetOld(folder, 14, new Date('2026-11-22T00:00:00Z'));
    expect(await backupsIn(folder)).toEqual(['2026-01-02T000000Z']);
  });
});
