import { formatDistanceStrict } from 'date-fns';
import { es } from 'date-fns/locale/es';
import type { Tongue } from './tongue';

/** `Friday, November 27, 2026 at 9:15 PM`, in that zone; in UTC, and saying so, where none is known. */
export const momentInWords = (tongue: Tongue, instant: string, timeZone: string | undefined): string => {
  const writer = new Intl.DateTimeFormat(tongue, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: timeZone ?? 'UTC',
  });
  const moment = writer.format(new Date(instant));
  return timeZone === undefined ? `${moment} UTC` : moment;
};

/** `Sunday, December 6, 2026`: a calendar day, which no time zone shifts. */
export const dayInWords = (tongue: Tongue, day: string): string =>
  new Intl.DateTimeFormat(tongue, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** `60 minutes`, `24 hours`. */
export const spanInWords = (tongue: Tongue, until: string, now: Date): string =>
  formatDistanceStrict(until, now, tongue === 'es' ? { locale: es } : {});
