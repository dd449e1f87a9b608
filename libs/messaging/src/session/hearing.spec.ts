import { beforeEach, describe, expect, it } from '@jest/globals';
import { Hearing } from './hearing';

describe('hearing identity', () => {
  let now = 0;
  let hearing: Hearing;
  const beats = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      now += 1_000;
      hearing.beat();
    }
  };
  beforeEach(() => {
    now = 1_000_000;
    hearing = new Hearing(() => now);
  });

  it('is not sure of anybody before the first beat', () => {
    expect(hearing.isSure('s')).toBe(false);
  });

  it('is sure of a session once identity said it is active, and not of others', () => {
    beats(2);
    expect(hearing.isSure('s')).toBe(false);
    hearing.verified('s', now);
    expect(hearing.isSure('s')).toBe(true);
    expect(hearing.isSure('other')).toBe(false);
  });

  it('is sure of nobody after 5 s of silence', () => {
    beats(2);
    hearing.verified('s', now);
    now += 5_001;
    expect(hearing.isSure('s')).toBe(false);
  });

  it('asks again after a gap in which the news of an end may have been lost', () => {
    beats(2);
    hearing.verified('s', now);
    now += 3_000;
    hearing.beat();
    expect(hearing.isSure('s')).toBe(false);
  });

  it('asks again after the connection broke, however shortly', () => {
    beats(2);
    hearing.verified('s', now);
    hearing.lose();
    expect(hearing.isSure('s')).toBe(false);
    hearing.beat();
    expect(hearing.isSure('s')).toBe(false);
  });

  it('does not count an answer that left identity before the gap ended', () => {
    beats(2);
    const askedAt = now;
    hearing.lose();
    now += 10;
    hearing.beat();
    hearing.verified('s', askedAt);
    expect(hearing.isSure('s')).toBe(false);
  });

  it('needs not ask any more once every token is younger than the last gap', () => {
    beats(2);
    beats(631);
    expect(hearing.isSure('never asked about')).toBe(true);
  });
});
