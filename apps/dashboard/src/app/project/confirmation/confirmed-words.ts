import { calendarDay, localeOf } from '@porchlight/ui';

const writer = new Intl.RelativeTimeFormat(localeOf(navigator.languages), { numeric: 'auto' });

/** Whole calendar days between two instants, as they are counted at the site. */
const daysBetween = (from: number, to: number, timeZone: string): number =>
  (Date.parse(calendarDay(to, timeZone)) - Date.parse(calendarDay(from, timeZone))) / 86_400_000;

/** `today`, `yesterday`, `3 days ago`; null where nothing was ever confirmed. */
export function confirmedWhen(
  confirmedAt: string | null,
  now: number,
  timeZone: string,
): { readonly words: string; readonly isToday: boolean } | null {
  if (confirmedAt === null) return null;
  const days = Math.max(0, daysBetween(Date.parse(confirmedAt), now, timeZone));
  return { words: writer.format(-days, 'day'), isToday: days === 0 };
}
