import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Log } from './observe/log';
import { Rounds } from './rounds';

type Outcome = boolean | Error;

/** Ends its rounds as it was told, the rest with nothing more to do. */
class Told extends Rounds {
  count = 0;

  constructor(
    private readonly outcomes: Outcome[],
    log: Log,
  ) {
    super('the round of the spec', 1_000, log);
  }

  protected override async round(): Promise<boolean> {
    this.count += 1;
    const outcome = this.outcomes.shift() ?? false;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }
}

describe('rounds', () => {
  const log = new Log('spec', 'silent');
  const warn = jest.spyOn(log, 'warn');
  beforeEach(() => {
    warn.mockClear();
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('begin with the app, go on at once while there is more, and then every so often', async () => {
    const rounds = new Told([true, true, false, true], log);
    rounds.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(0);
    expect(rounds.count).toBe(3);
    await jest.advanceTimersByTimeAsync(999);
    expect(rounds.count).toBe(3);
    await jest.advanceTimersByTimeAsync(1);
    expect(rounds.count).toBe(5);
    rounds.onModuleDestroy();
  });

  it('say what failed, and try again later', async () => {
    const fault = new Error('no database');
    const rounds = new Told([fault], log);
    rounds.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledWith({ err: fault }, 'the round of the spec failed');
    expect(rounds.count).toBe(2);
    rounds.onModuleDestroy();
  });

  it('end with the app, in the midst of them too', async () => {
    const rounds = new Told([true, true, true], log);
    rounds.onApplicationBootstrap();
    rounds.onModuleDestroy();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(rounds.count).toBe(1);
  });
});
