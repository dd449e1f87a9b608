import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Log } from '@porchlight/platform';
import { Patience } from './patience';

const log = { warn: () => undefined } as unknown as Log;
const refusal = { status: 503, extras: { headers: { 'retry-after': '2' } } };

describe('waiting for the database', () => {
  let patience: Patience;
  beforeEach(() => {
    jest.useFakeTimers();
    patience = new Patience(log);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('gives what was read', async () => {
    expect(await patience.with(() => Promise.resolve(7))).toBe(7);
    await expect(patience.with(() => Promise.reject(new Error('a fault of ours')))).rejects.toThrow('a fault of ours');
  });

  it('ends after four seconds of silence, with when to come back', async () => {
    const waiting = patience.with(() => new Promise(() => undefined));
    const answered = expect(waiting).rejects.toMatchObject(refusal);
    await jest.advanceTimersByTimeAsync(4_000);
    await answered;
  });

  it('says the same at once where there is no connection', async () => {
    for (const code of ['ECONNREFUSED', 'ECONNRESET', '57P01', '08006']) {
      const fault = Object.assign(new Error('away'), { code });
      await expect(patience.with(() => Promise.reject(fault))).rejects.toMatchObject(refusal);
      await expect(patience.with(() => Promise.reject(new Error('it', { cause: fault })))).rejects.toMatchObject(
        refusal,
      );
    }
  });

  it('is asked of nobody while many hang, until they are heard', async () => {
    const reads: (() => void)[] = [];
    const hang = () => new Promise<void>((resolve) => reads.push(resolve));
    const given = Array.from({ length: 20 }, () => expect(patience.with(hang)).rejects.toMatchObject(refusal));
    await jest.advanceTimersByTimeAsync(4_000);
    await Promise.all(given);
    const read = jest.fn(() => Promise.resolve(7));
    await expect(patience.with(read)).rejects.toMatchObject(refusal);
    expect(read).not.toHaveBeenCalled();
    reads.forEach((heard) => heard());
    await jest.advanceTimersByTimeAsync(0);
    expect(await patience.with(read)).toBe(7);
  });
});
