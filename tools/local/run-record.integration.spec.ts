import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Child } from '@porchlight/testing';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunRecord } from './run-record';

describe('the record of a run', () => {
  let folder = '';
  let other: Child;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'porchlight-record-'));
    other = Child.start({ command: 'sleep', args: ['60'], env: { PATH: process.env['PATH'] } });
  });
  afterEach(async () => {
    await other.stop(100);
    await rm(folder, { recursive: true, force: true });
  });

  const file = (): string => join(folder, 'run.json');
  const recorded = async (): Promise<unknown[]> => JSON.parse(await readFile(file(), 'utf8'));

  it('refuses a second start while the first one lives', async () => {
    const record = await RunRecord.claim(folder);
    record.add('launcher', other.pid);
    await expect(RunRecord.claim(folder)).rejects.toThrow(`already running on this data (process ${other.pid})`);
  });

  it('stops what a dead run left behind', async () => {
    const record = await RunRecord.claim(folder);
    record.add('projects', other.pid);
    await writeFile(
      file(),
      JSON.stringify([{ name: 'launcher', pid: 1, born: 'long ago' }, ...(await recorded()).slice(1)]),
    );
    await RunRecord.claim(folder);
    // It has ended for the system a moment before the news of it is here.
    expect(await other.ended).toBe('ended by SIGTERM');
  });

  it('leaves a stranger alone that got the number of a dead process', async () => {
    const born = 'long ago';
    await writeFile(
      file(),
      JSON.stringify([
        { name: 'launcher', pid: 1, born },
        { name: 'projects', pid: other.pid, born },
      ]),
    );
    await RunRecord.claim(folder);
    expect(other.isRunning).toBe(true);
  });

  it('is no obstacle when it was cut off in the middle', async () => {
    await writeFile(file(), '[{"name":"laun');
    await expect(RunRecord.claim(folder)).resolves.toBeInstanceOf(RunRecord);
  });
});
