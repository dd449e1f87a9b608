import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay, daysBetween, nextMidnight } from './calendar-day';

const at = (instant: string): number => Date.parse(instant);

describe('the calendar day of a place', () => {
  it('is the date where the house stands, not where the viewer is', () => {
    const now = at('2026-12-04T05:30:00Z');
    expect(calendarDay(now, 'America/Denver')).toBe('2026-12-03');
    expect(calendarDay(now, 'Europe/London')).toBe('2026-12-04');
    expect(calendarDay(now, 'Pacific/Kiritimati')).toBe('2026-12-04');
    expect(calendarDay(at('2026-12-04T10:30:00Z'), 'Pacific/Kiritimati')).toBe('2026-12-05');
  });

  it('does not break on a zone that this browser does not know', () => {
    expect(calendarDay(at('2026-12-04T12:00:00Z'), 'Mars/Olympus')).toMatch(/^2026-12-0[345]$/);
  });

  it('counts days across months, leap days and clock changes', () => {
    expect(daysBetween('2026-11-21', '2026-11-21')).toBe(0);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
    expect(daysBetween('2026-11-21', '2026-11-17')).toBe(-4);
  });
});

describe('the next midnight of a place', () => {
  it.each([
    ['an ordinary evening', '2026-12-04T05:30:00Z', 'America/Denver', '2026-12-04T07:00:00Z'],
    ['a day of 23 hours', '2026-03-08T08:00:00Z', 'America/Denver', '2026-03-09T06:00:00Z'],
    ['a day of 25 hours', '2026-11-01T07:00:00Z', 'America/Denver', '2026-11-02T07:00:00Z'],
    ['a half-hour zone', '2026-12-04T12:00:00Z', 'Asia/Kolkata', '2026-12-04T18:30:00Z'],
    ['midnight itself', '2026-12-04T07:00:00Z', 'America/Denver', '2026-12-05T07:00:00Z'],
  ])('is exact on %s', (_, now, zone, midnight) => {
    expect(new Date(nextMidnight(at(now), zone)).toISOString()).toBe(new Date(midnight).toISOString());
  });

  it('is the first instant with another date, in any zone at any time', () => {
    const zones = ['UTC', 'America/Denver', 'Asia/Kathmandu', 'Pacific/Apia', 'America/Havana', 'Australia/Lord_Howe'];
    const instants = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (now, zone) => {
        const midnight = nextMidnight(now, zone);
        expect(calendarDay(midnight - 1, zone)).toBe(calendarDay(now, zone));
        expect(calendarDay(midnight, zone)).not.toBe(calendarDay(now, zone));
      }),
      { numRuns: 100 },
    );
  });
});
