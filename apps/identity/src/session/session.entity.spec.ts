import { describe, expect, it } from '@jest/globals';
import { graceMs, idleMs, Session } from './session.entity';

const start = new Date('2026-11-21T12:00:00Z');
const later = (ms: number): Date => new Date(start.getTime() + ms);

const opened = (): Session => {
  const session = Session.open('0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b', 'Firefox', start);
  session.tokenHash = 'first';
  return session;
};

describe('Session', () => {
  it('replaces the token each time it is used', () => {
    const session = opened();
    expect(session.present('first', 'second', later(60_000))).toBe('rotated');
    expect(session.present('second', 'third', later(120_000))).toBe('rotated');
    expect(session.tokenHash).toBe('third');
  });

  it('lets a second tab use the token just replaced, without replacing it again', () => {
    const session = opened();
    session.present('first', 'second', start);
    expect(session.present('first', 'stray', later(graceMs))).toBe('in_grace');
    expect(session.tokenHash).toBe('second');
    expect(session.endedAt).toBeNull();
  });

  it('ends the family when a replaced token comes back after the grace', () => {
    const session = opened();
    session.present('first', 'second', start);
    expect(session.present('first', 'stray', later(graceMs + 1))).toBe('reused');
    expect(session.present('second', 'third', later(graceMs + 2))).toBe('ended');
  });

  it('ends the family when an older token comes back, even at once', () => {
    const session = opened();
    session.present('first', 'second', start);
    session.present('second', 'third', start);
    expect(session.present('first', 'stray', start)).toBe('reused');
  });

  it('runs out when nobody used it for a month, counted from the last use', () => {
    const session = opened();
    expect(session.present('first', 'second', later(idleMs - 1))).toBe('rotated');
    expect(session.present('second', 'third', later(2 * idleMs - 2))).toBe('rotated');
    expect(session.present('third', 'fourth', later(4 * idleMs))).toBe('ended');
  });
});
