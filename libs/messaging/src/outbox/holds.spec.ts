import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Holds } from './holds';

describe('aggregates held back', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('stay held until rows are fetched after their time', () => {
    const holds = new Holds();
    holds.add('a');
    jest.advanceTimersByTime(1_000);
    expect(holds.has('a')).toBe(true);
    expect(holds.current()).toEqual([]);
    expect(holds.has('a')).toBe(false);
  });

  it('wait longer with each failure, until one row is published', () => {
    const holds = new Holds();
    holds.add('a');
    expect(holds.nextEndInMs()).toBe(500);
    holds.add('a');
    expect(holds.nextEndInMs()).toBe(1_000);
    holds.forget('a');
    holds.add('a');
    expect(holds.nextEndInMs()).toBe(500);
  });

  it('are let go at once when NATS is back', () => {
    const holds = new Holds();
    holds.add('a');
    holds.release();
    expect(holds.has('a')).toBe(true);
    expect(holds.current()).toEqual([]);
    expect(holds.nextEndInMs()).toBe(Infinity);
  });
});
