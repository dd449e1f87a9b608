import { describe, expect, it } from '@jest/globals';
import { confirmedWhen } from './confirmed-words';

const now = Date.parse('2026-11-22T05:30:00Z');

describe('when the builder last stood by what the customer sees', () => {
  it.each([
    ['2026-11-22T05:00:00Z', 'UTC', 'today'],
    ['2026-11-21T23:59:00Z', 'UTC', 'yesterday'],
    // The same minute of the night is still the day before in Denver.
    ['2026-11-21T23:59:00Z', 'America/Denver', 'today'],
    ['2026-11-21T06:30:00Z', 'America/Denver', 'yesterday'],
    ['2026-11-19T12:00:00Z', 'UTC', '3 days ago'],
    // A clock that is ahead of this one never speaks of tomorrow.
    ['2026-11-23T12:00:00Z', 'UTC', 'today'],
  ])('%s in %s is %s', (confirmedAt, zone, words) => {
    expect(confirmedWhen(confirmedAt, now, zone)).toEqual({ words, isToday: words === 'today' });
  });

  it('says nothing of what was never confirmed', () => {
    expect(confirmedWhen(null, now, 'UTC')).toBeNull();
  });
});
