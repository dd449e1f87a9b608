import { describe, expect, it } from '@jest/globals';
import { dayInWords, weekdayInWords } from '../calendar/date-words';
import { localeOf } from './viewer-locale';

describe("the viewer's locale", () => {
  it("is the viewer's variant of a language we speak, so that words and dates never mix", () => {
    expect(localeOf(['de-AT', 'en-GB', 'en'])).toBe('en-GB');
    expect(localeOf(['EN-us'])).toBe('EN-us');
    expect(localeOf(['de', 'fr'])).toBe('en');
    expect(localeOf([])).toBe('en');
  });

  it('writes dates as the viewer does, with the year only when it is another', () => {
    expect(weekdayInWords('2026-12-04', '2026-11-21', 'en-GB')).toMatch(/^Friday,? 4 December$/);
    expect(weekdayInWords('2026-12-04', '2026-11-21', 'en-US')).toBe('Friday, December 4');
    expect(dayInWords('2027-01-07', '2026-11-21', 'en-US')).toBe('January 7, 2027');
  });
});
