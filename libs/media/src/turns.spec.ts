import { describe, expect, it } from '@jest/globals';
import { setImmediate as settled } from 'node:timers/promises';
import { Turns } from './turns';

/** Works that begin when let and end when told. */
const works = (turns: Turns) => {
  const running = new Set<string>();
  const ends = new Map<string, () => void>();
  const begin = (of: string, name: string) =>
    turns.take(of, async () => {
      running.add(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      running.delete(name);
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await settled();
  };
  return { begin, end, running: () => [...running].sort() };
};

describe('turns', () => {
  it('are few at once, fewer for each, and first come first served', async () => {
    const { begin, end, running } = works(new Turns({ atOnce: 3, ofEach: 2, patienceMs: 10_000 }));
    const all = [begin('a', 'a1'), begin('a', 'a2'), begin('a', 'a3'), begin('b', 'b1'), begin('c', 'c1')];
    await settled();
    expect(running()).toEqual(['a1', 'a2', 'b1']);
    await end('b1');
    expect(running()).toEqual(['a1', 'a2', 'c1']);
    await end('a1');
    expect(running()).toEqual(['a2', 'a3', 'c1']);
    for (const name of ['a2', 'a3', 'c1']) await end(name);
    await Promise.all(all);
  });

  it('come again after work that failed', async () => {
    const turns = new Turns({ atOnce: 1, ofEach: 1, patienceMs: 10_000 });
    await expect(turns.take('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turns.take('a', async () => 'well')).toBe('well');
  });

  it('are not waited for without end', async () => {
    const turns = new Turns({ atOnce: 1, ofEach: 1, patienceMs: 5 });
    const { begin, end } = works(turns);
    const first = begin('a', 'a1');
    await expect(begin('b', 'b1')).rejects.toMatchObject({ status: 503 });
    await end('a1');
    await first;
    expect(await turns.take('b', async () => 'well')).toBe('well');
  });
});
