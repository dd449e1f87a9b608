import { describe, expect, it } from '@jest/globals';
import { endOfDay } from './last-day';

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
