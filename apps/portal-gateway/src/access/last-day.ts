import { TZDate } from '@date-fns/tz';
import { addDays, format } from 'date-fns';

/** The instant at which a calendar day is over in a time zone. `day` is `YYYY-MM-DD`, `timeZone` an IANA name. */
export const endOfDay = (day: string, timeZone: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, date + 1, timeZone).getTime());
};

/** The calendar day, `YYYY-MM-DD`, that comes so many days after an instant's own in a time zone. */
export const dayAfter = (instant: Date, days: number, timeZone: string): string =>
  format(addDays(new TZDate(instant, timeZone), days), 'yyyy-MM-dd');
