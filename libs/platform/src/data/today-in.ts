import { TZDate } from '@date-fns/tz';
import { formatISO } from 'date-fns';

/** Today's date in an IANA time zone, `YYYY-MM-DD`. */
export const todayIn = (timeZone: string, now: Date = new Date()): string =>
  formatISO(new TZDate(now, timeZone), { representation: 'date' });
