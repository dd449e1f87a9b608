import { calendarDay } from './calendar-day';

const formats = new Map<string, Intl.DateTimeFormat>();

const format = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    try {
      made = new Intl.DateTimeFormat(locale, options);
    } catch {
      // a time zone this browser does not know: the viewer's own
      made = new Intl.DateTimeFormat(locale, { ...options, timeZone: undefined });
    }
    formats.set(key, made);
  }
  return made;
};

const yearIfOther = (date: string, today: string): Intl.DateTimeFormatOptions =>
  date.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' };

const atNoon = (date: string): number => Date.parse(`${date}T12:00:00Z`);

/** "4 December", with the year when it is not that of `today`. Both dates are `YYYY-MM-DD`. */
export function dayInWords(date: string, today: string, locale: string): string {
  const options = { day: 'numeric', month: 'long', timeZone: 'UTC', ...yearIfOther(date, today) } as const;
  return format(locale, options).format(atNoon(date));
}

/** "Friday, 4 December", with the year when it is not that of `today`. Both dates are `YYYY-MM-DD`. */
export function weekdayInWords(date: string, today: string, locale: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return format(locale, { ...options, ...yearIfOther(date, today) }).format(atNoon(date));
}

/** "16:10" or "4:10 PM" of an instant, in a zone or (left out) the viewer's own. */
export function timeInWords(instant: number, locale: string, timeZone?: string): string {
  return format(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(instant);
}

/** "20 November at 16:10" of an instant in a zone, with the year when it is not that of `today`, the date there. */
export function dayAndTimeInWords(instant: number, today: string, locale: string, timeZone: string): string {
  const options = { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZone } as const;
  return format(locale, { ...options, ...yearIfOther(calendarDay(instant, timeZone), today) }).format(instant);
}

/** "16:10", or with its day ("20 Nov, 16:10") when that is not `today`: a time alone would claim to be today's. */
export function momentInWords(instant: number, today: string, locale: string, timeZone: string): string {
  if (calendarDay(instant, timeZone) === today) return timeInWords(instant, locale, timeZone);
  const options = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', timeZone } as const;
  return format(locale, options).format(instant);
}

/** The moment whose words, with its day, take the most letters of all in a locale: which month that is differs. */
export function longestMomentInWords(locale: string): string {
  return Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 28, 22, 58))
    .map((instant) => momentInWords(instant, '', locale, 'UTC'))
    .reduce((longest, one) => (one.length > longest.length ? one : longest));
}
