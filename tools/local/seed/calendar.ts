import { addBusinessDays, format, isWeekend, subBusinessDays } from 'date-fns';

/** Counts the demo's business days so that day `today` of the project is the present one. */
export const demoCalendar = (now: Date, today: number): ((day: number) => string) => {
  const anchor = isWeekend(now) ? addBusinessDays(now, 1) : now;
  const start = subBusinessDays(anchor, today);
  return (day) => format(addBusinessDays(start, day), 'yyyy-MM-dd');
};
