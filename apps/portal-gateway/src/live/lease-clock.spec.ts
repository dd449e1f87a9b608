import { describe, expect, it } from '@jest/globals';
import { heldFor, LeaseClock } from './lease-clock';

const clockAt = (start = 0): { clock: LeaseClock; pass: (ms: number) => void } => {
  let now = start;
  return { clock: new LeaseClock(() => now), pass: (ms) => (now += ms) };
};

describe('LeaseClock', () => {
  it('holds nothing before the first round trip', () => {
    expect(clockAt().clock.isHeld()).toBe(false);
  });

  it('holds for four seconds from before the round trips, however long they took', () => {
    const { clock, pass } = clockAt();
    const succeeded = clock.attempt();
    pass(3_000);
    succeeded();
    expect(clock.isHeld()).toBe(true);
    pass(heldFor - 3_000 - 1);
    expect(clock.isHeld()).toBe(true);
    pass(1);
    expect(clock.isHeld()).toBe(false);
  });

  it('is not brought back by an attempt that began too long ago', () => {
    const { clock, pass } = clockAt();
    const succeeded = clock.attempt();
    pass(heldFor);
    succeeded();
    expect(clock.isHeld()).toBe(false);
  });

  it('is not cut short by an older attempt that ends late', () => {
    const { clock, pass } = clockAt();
    const older = clock.attempt();
    pass(1_000);
    clock.attempt()();
    older();
    pass(heldFor - 1);
    expect(clock.isHeld()).toBe(true);
  });

  it('ends when it is given up', () => {
    const { clock } = clockAt();
    clock.attempt()();
    clock.end();
    expect(clock.isHeld()).toBe(false);
  });
});
