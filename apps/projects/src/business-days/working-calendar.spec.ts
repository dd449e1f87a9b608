import { describe, expect, it } from '@jest/globals';
import { addDays, formatISO, getISODay, parseISO } from 'date-fns';
import fc from 'fast-check';
import { todayIn } from '@porchlight/platform';
import { WorkingCalendar } from './working-calendar';

const weekdays = [1, 2, 3, 4, 5];
const plain = new WorkingCalendar(weekdays, []);
const plus = (date: string, days: number) => formatISO(addDays(parseISO(date), days), { representation: 'date' });

describe('business days', () => {
  it('moves a start on a day off to the next working day', () => {
    expect(plain.workingDayFrom('2026-11-21')).toBe('2026-11-23');
    expect(plain.workingDayFrom('2026-11-20')).toBe('2026-11-20');
    expect(new WorkingCalendar(weekdays, ['2026-11-23']).workingDayFrom('2026-11-21')).toBe('2026-11-24');
  });

  it('ends one day of work on the day it starts, and five over a weekend', () => {
    expect(plain.endOf('2026-11-20', 1)).toBe('2026-11-20');
    expect(plain.endOf('2026-11-18', 5)).toBe('2026-11-24');
  });

  it('leaves holidays out and follows the week of the company', () => {
    expect(new WorkingCalendar(weekdays, ['2026-11-26', '2026-11-27']).endOf('2026-11-25', 3)).toBe('2026-12-01');
    expect(new WorkingCalendar([6, 7], []).endOf('2026-11-21', 3)).toBe('2026-11-28');
  });

  it('counts what it laid out, for any week, holidays and duration', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.array(
          fc.nat({ max: 200 }).map((days) => plus('2026-01-01', days)),
          { maxLength: 30 },
        ),
        fc.nat({ max: 200 }),
        fc.integer({ min: 1, max: 120 }),
        (week, holidays, offset, duration) => {
          const calendar = new WorkingCalendar(week, holidays);
          const start = calendar.workingDayFrom(plus('2026-01-01', offset));
          const end = calendar.endOf(start, duration);
          expect(calendar.durationOf(start, end)).toBe(duration);
          for (const day of [start, end]) {
            expect(week).toContain(getISODay(parseISO(day)));
            expect(holidays).not.toContain(day);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('refuses what is no date instead of looking for its next working day for ever', () => {
    const calendar = new WorkingCalendar([1], []);
    expect(() => calendar.workingDayFrom('tomorrow')).toThrow('no date');
    expect(() => calendar.endOf('2026-02-30T', 1)).toThrow('no date');
  });

  it('refuses a week without a working day', () => {
    expect(() => new WorkingCalendar([], [])).toThrow('at least one weekday');
  });
});

describe('today', () => {
  it("is the date on the project's wall calendar", () => {
    const now = new Date('2026-11-21T03:30:00Z');
    expect(todayIn('America/Denver', now)).toBe('2026-11-20');
    expect(todayIn('Pacific/Auckland', now)).toBe('2026-11-21');
  });
});
