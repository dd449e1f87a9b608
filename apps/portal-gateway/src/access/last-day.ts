import { TZDate } from '@date-fns/tz';

/** The instant at which a calendar day is over in a time zone. `day` is `YYYY-MM-DD`, `timeZone` an IANA name. */
export const endOfDay = (day: string, timeZone: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, date + 1, timeZone).getTime());
};
