import { describe, expect, it } from '@jest/globals';
import { Turnstile } from './turnstile';

/** Work that goes on until it is told to end. */
const visit = () => {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { ended, end };
};
const settle = (): Promise<void> => new Promise(setImmediate);

describe('Turnstile', () => {
  it('lets so many in, the next in order as they leave, and sends the rest away', async () => {
    const turnstile = new Turnstile(2, 2);
    const visits = Array.from({ length: 4 }, visit);
    const came: number[] = [];
    const results = visits.map(({ ended }, index) =>
      turnstile.through(async () => {
        came.push(index);
        await ended;
        return index;
      }),
    );
    expect(await turnstile.through(async () => 'too many')).toBeNull();
    await settle();
    expect(came).toEqual([0, 1]);
    visits[1]?.end();
    await settle();
    expect(came).toEqual([0, 1, 2]);
    visits.forEach(({ end }) => end());
    expect(await Promise.all(results)).toEqual([0, 1, 2, 3]);
    expect(await turnstile.through(async () => 'again')).toBe('again');
  });

  it('goes on after work that failed', async () => {
    const turnstile = new Turnstile(1, 1);
    const failing = turnstile.through(() => Promise.reject(new Error('no')));
    const waiting = turnstile.through(async () => 'in');
    await expect(failing).rejects.toThrow('no');
    expect(await waiting).toBe('in');
  });
});
