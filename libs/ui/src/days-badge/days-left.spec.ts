import { describe, expect, it } from '@jest/globals';
import { daysLeft } from './days-left';

const denver = 'America/Denver';
/** Noon in Denver on a date in winter. */
const noon = (date: string): number => Date.parse(`${date}T19:00:00Z`);
const badge = (deadline: string | null, now: number) => daysLeft(deadline, denver, 'active', 14, now);

describe('days left', () => {
  it.each([
    ['2026-12-04', '2026-11-19', { kind: 'left', days: 15 }],
    ['2026-12-04', '2026-11-20', { kind: 'soon', days: 14 }],
    ['2026-12-04', '2026-12-03', { kind: 'soon', days: 1 }],
    ['2026-12-04', '2026-12-04', { kind: 'today' }],
    ['2026-12-04', '2026-12-05', { kind: 'past', days: 1 }],
    ['2026-12-04', '2026-12-08', { kind: 'past', days: 4 }],
  ])('until %s, seen on %s, is %j', (deadline, today, expected) => {
    expect(badge(deadline, noon(today))).toEqual(expected);
  });

  it('rolls over at midnight where the house stands', () => {
    const midnight = Date.parse('2026-12-04T07:00:00Z');
    expect(badge('2026-12-04', midnight - 1)).toEqual({ kind: 'soon', days: 1 });
    expect(badge('2026-12-04', midnight)).toEqual({ kind: 'today' });
    expect(daysLeft('2026-12-04', 'Europe/London', 'active', 14, midnight - 1)).toEqual({ kind: 'today' });
  });

  it('turns amber when the company says so', () => {
    const now = noon('2026-12-01');
    expect(daysLeft('2026-12-04', denver, 'active', 2, now)).toEqual({ kind: 'left', days: 3 });
    expect(daysLeft('2026-12-04', denver, 'active', 3, now)).toEqual({ kind: 'soon', days: 3 });
    expect(daysLeft('2026-12-04', denver, 'active', 0, noon('2026-12-04'))).toEqual({ kind: 'today' });
  });

  it.each(['on_hold', 'completed', 'archived'] as const)('does not count a project that is %s', (status) => {
    expect(daysLeft('2020-01-01', denver, status, 14, noon('2026-12-01'))).toEqual({ kind: 'still', why: status });
  });

  it('says that there is no date, and counts while planning', () => {
    expect(badge(null, noon('2026-12-01'))).toEqual({ kind: 'still', why: 'no_date' });
    expect(daysLeft('2026-12-04', denver, 'planning', 14, noon('2026-12-01'))).toEqual({ kind: 'soon', days: 3 });
  });
});
