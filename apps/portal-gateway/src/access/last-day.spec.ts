import { describe, expect, it } from '@jest/globals';
import { dayAfter, endOfDay } from './last-day';

describe('endOfDay', () => {
  it.each([
    ['2026-11-21', 'UTC', '2026-11-22T00:00:00.000Z'],
    ['2026-11-21', 'America/Denver', '2026-11-22T07:00:00.000Z'],
    ['2026-11-21', 'Pacific/Auckland', '2026-11-21T11:00:00.000Z'],
    // the clocks change that night
    ['2026-10-31', 'America/Denver', '2026-11-01T06:00:00.000Z'],
    ['2026-11-01', 'America/Denver', '2026-11-02T07:00:00.000Z'],
    ['2026-12-31', 'UTC', '2027-01-01T00:00:00.000Z'],
    ['2028-02-28', 'UTC', '2028-02-29T00:00:00.000Z'],
  ])('%s in %s is over at %s', (day, timeZone, end) => {
    expect(endOfDay(day, timeZone).toISOString()).toBe(end);
  });
});

describe('dayAfter', () => {
  it.each([
    // still the 21st in Denver
    ['2026-11-22T05:00:00.000Z', 'America/Denver', '2026-12-05'],
    ['2026-11-22T05:00:00.000Z', 'UTC', '2026-12-06'],
    ['2026-11-21T12:00:00.000Z', 'Pacific/Auckland', '2026-12-06'],
    // the clocks change in between
    ['2026-10-25T06:30:00.000Z', 'America/Denver', '2026-11-08'],
    ['2026-12-24T09:00:00.000Z', 'UTC', '2027-01-07'],
  ])('14 days after %s in %s is %s', (instant, timeZone, day) => {
    expect(dayAfter(new Date(instant), 14, timeZone)).toBe(day);
  });
});
