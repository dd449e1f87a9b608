import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '@porchlight/testing';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkMachine, claimData } from './machine';
import { readSettings } from './settings';

describe('before anything is started', () => {
  let data = '';

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'porchlight-data-'));
  });
  afterEach(() => rm(data, { recursive: true, force: true }));

  const settings = (...args: string[]) => readSettings(args, { PORCHLIGHT_DATA: data });

  it.each(['127.0.0.1', '::1'])('a port that is taken on %s is named, with the remedy', async (host) => {
    const port = await freePort();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen({ port, host }, resolve));
    await expect(checkMachine({ ...settings(), port })).rejects.toThrow(
      `Port ${port} is taken by another program: stop that, or choose another port, e.g. PORCHLIGHT_PORT=${port + 1} npm start.`,
    );
    await new Promise((resolve) => taken.close(resolve));
  });

  it('--fresh deletes what earlier runs kept, but neither fetched programs nor what is not ours', async () => {
    for (const folder of ['mail', 'programs']) await mkdir(join(data, folder));
    for (const file of ['secrets.json', 'demo.json', 'my-thesis.txt']) await writeFile(join(data, file), '');
    await claimData(settings('--fresh'));
    expect((await readdir(data)).sort()).toEqual(['my-thesis.txt', 'programs', 'run.json']);
  });

  it('keeps everything without --fresh', async () => {
    await writeFile(join(data, 'secrets.json'), '{}');
    await claimData(settings());
    expect(await readdir(data)).toContain('secrets.json');
  });
});
