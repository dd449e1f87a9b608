import { afterEach, describe, expect, it } from '@jest/globals';
import { Child, until } from '@porchlight/testing';
import { Supervised } from './supervised';

/** A process that says "here" and stays. */
const stays = "console.log('here'); setInterval(() => undefined, 1000)";

describe('a supervised process', () => {
  const started: Child[] = [];
  const said: string[] = [];
  let supervised: Supervised | undefined;

  const supervise = (script: () => string): Supervised =>
    (supervised = new Supervised({
      name: 'projects',
      say: (line) => said.push(line),
      start: async (spawned) => {
        const child = Child.start({ command: process.execPath, args: ['-e', script()], env: {} });
        started.push(child);
        spawned(child);
        await until(() => !child.isRunning || child.lines.includes('here'), 10_000);
        if (!child.isRunning) throw new Error('projects did not start');
      },
    }));

  afterEach(async () => {
    await supervised?.stop(500);
    started.length = 0;
    said.length = 0;
  });

  it('comes back after it was killed, and says so', async () => {
    await supervise(() => stays).start();
    started[0]?.kill('SIGKILL');
    await until(() => said.includes('projects is back.'), 10_000);
    expect(said[0]).toBe('projects ended by SIGKILL; starting it again.');
    expect(started).toHaveLength(2);
  });

  it('is tried again when it does not come up at once', async () => {
    let tries = 0;
    await supervise(() => (++tries === 2 ? 'process.exit(1)' : stays)).start();
    started[0]?.kill('SIGKILL');
    await until(() => said.includes('projects is back.'), 10_000);
    expect(said).toContain('projects did not start');
    expect(started).toHaveLength(3);
  });

  it('stays down once it is stopped', async () => {
    const one = supervise(() => stays);
    await one.start();
    await one.stop(500);
    expect(one.isRunning).toBe(false);
    expect(said).toEqual([]);
    expect(started).toHaveLength(1);
  });

  it('tells the caller when it does not even start the first time', async () => {
    await expect(supervise(() => 'process.exit(1)').start()).rejects.toThrow('projects did not start');
  });
});
