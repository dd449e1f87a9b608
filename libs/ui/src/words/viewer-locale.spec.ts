import { describe, expect, it } from '@jest/globals';
import { dayInWords, momentInWords, weekdayInWords } from '../calendar/date-words';
import { languageOf, localeOf } from './viewer-locale';

describe("the viewer's locale", () => {
  it("is the viewer's variant of a language we speak, so that words and dates never mix", () => {
    expect(localeOf(['de-AT', 'en-GB', 'en'])).toBe('en-GB');
    expect(localeOf(['EN-us'])).toBe('EN-us');
    expect(localeOf(['de', 'fr'])).toBe('en');
    expect(localeOf([])).toBe('en');
  });

  it('is Spanish only where a screen speaks it', () => {
    expect(localeOf(['es-MX', 'en'], ['en', 'es'])).toBe('es-MX');
    expect(localeOf(['fr', 'es', 'en'], ['en', 'es'])).toBe('es');
    expect(localeOf(['es-MX', 'en-US'])).toBe('en-US');
    expect([languageOf('es-419'), languageOf('en-GB'), languageOf('fr')]).toEqual(['es', 'en', 'en']);
  });

  it('is never something that dates and plurals would break on', () => {
    expect(localeOf(['en-US@posix', 'en-GB'])).toBe('en-GB');
  });

  it('writes dates as the viewer does, with the year only when it is another', () => {
    expect(weekdayInWords('2026-12-04', '2026-11-21', 'en-GB')).toMatch(/^Friday,? 4 December$/);
    expect(weekdayInWords('2026-12-04', '2026-11-21', 'en-US')).toBe('Friday, December 4');
    expect(dayInWords('2027-01-07', '2026-11-21', 'en-US')).toBe('January 7, 2027');
    expect(weekdayInWords('2026-12-04', '2026-11-21', 'es-MX')).toBe('viernes, 4 de diciembre');
  });

  it('writes the day of a moment only when it is not today', () => {
    const moment = Date.parse('2026-11-21T16:10:00Z');
    expect(momentInWords(moment, '2026-11-21', 'en-GB', 'UTC')).toBe('16:10');
    expect(momentInWords(moment, '2026-11-22', 'en-GB', 'UTC')).toBe('21 Nov, 16:10');
    expect(momentInWords(moment, '2026-11-22', 'es-MX', 'UTC')).toMatch(/^21 nov, 4:10\sp\.\s?m\.$/);
  });
});
