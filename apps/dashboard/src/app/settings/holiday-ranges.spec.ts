import { describe, expect, it } from '@jest/globals';
import { countDays, daysBetween, rangesOf } from './holiday-ranges';

describe('holidays', () => {
  it('stand together where no day lies between, over months, years and leap days', () => {
    const days = ['2028-03-01', '2027-01-01', '2026-12-31', '2026-12-30', '2028-02-29', '2028-02-28', '2026-07-04'];
    expect(rangesOf(days).map(({ from, to }) => [from, to])).toEqual([
      ['2026-07-04', '2026-07-04'],
      ['2026-12-30', '2027-01-01'],
      ['2028-02-28', '2028-03-01'],
    ]);
  });

  it('count once, and come apart again into the days they are made of', () => {
    const [range, ...others] = rangesOf(['2026-12-24', '2026-12-25', '2026-12-24']);
    expect(others).toEqual([]);
    expect(range?.days).toEqual(daysBetween('2026-12-24', '2026-12-25'));
    expect(countDays('2026-12-24', '2027-01-02')).toBe(daysBetween('2026-12-24', '2027-01-02').length);
  });

  it('are none between a day and an earlier one', () => {
    expect(daysBetween('2026-12-25', '2026-12-24')).toEqual([]);
    expect(daysBetween('2026-12-25', '2026-12-25')).toEqual(['2026-12-25']);
  });
});
