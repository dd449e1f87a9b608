import { calendarDay, localeOf } from '@porchlight/ui';

const locale = localeOf(navigator.languages);

/** Calendar dates are `YYYY-MM-DD` and have no zone: they are written in UTC, where midnight is midnight. */
const day = (date: string): Date => new Date(`${date}T00:00:00Z`);
const writer = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
const short = writer({ timeZone: 'UTC', day: 'numeric', month: 'short' });
const full = writer({ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const moment = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const;

/** `4 Dec`, with the year when it is not this one. */
export function showDay(date: string | null | undefined): string {
  if (!date) return '–';
  const thisYear = String(new Date().getFullYear());
  return date.startsWith(thisYear)
    ? short.format(day(date))
    : writer({ timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(day(date));
}

/** `Fri, 4 Dec 2026` */
export const showFullDay = (date: string): string => full.format(day(date));

/** `Fri, 4 Dec 2026`: the day on which an instant falls for the reader. */
export const showDayOf = (instant: string): string =>
  writer({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(instant));

/** `Friday, 4 December 2026`: the same in full, on a page in the viewer's language. */
export const sayDayOf = (instant: string, as: string): string =>
  new Intl.DateTimeFormat(as, { dateStyle: 'full' }).format(new Date(instant));

/** `4 Dec`, with the year when it is not this one: the day on which an instant falls for the reader. */
export function showShortDayOf(instant: string): string {
  const date = new Date(instant);
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : ('numeric' as const);
  return writer({ day: 'numeric', month: 'short', year }).format(date);
}

/** `21 Nov, 16:10` in the reader's own zone; `as`: their locale, on a page of another language. */
export const showMoment = (instant: string, as = locale): string =>
  new Intl.DateTimeFormat(as, moment).format(new Date(instant));

/** Today as a calendar date in an IANA zone. */
export const todayIn = (timeZone: string): string => calendarDay(Date.now(), timeZone);

/** The calendar date after `date`. */
export function dayAfter(date: string): string {
  const next = day(date);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** The names of the weekdays, Monday first. */
export const weekdayNames = (weekday: 'short' | 'long'): string[] =>
  // 5 January 2026 was a Monday.
  [5, 6, 7, 8, 9, 10, 11].map((date) => writer({ timeZone: 'UTC', weekday }).format(Date.UTC(2026, 0, date)));

/** The zones this browser knows, with `preferred` among them. */
export function timeZones(preferred: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(preferred) ? known : [preferred, ...known];
}

export const browserTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
