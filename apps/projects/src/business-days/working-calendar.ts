import { addDays, formatISO, getISODay, parseISO } from 'date-fns';

/** The days on which a company works: its weekdays (ISO, 1 Monday … 7 Sunday) without its holidays. Dates are `YYYY-MM-DD`. */
export class WorkingCalendar {
  private readonly weekdays: ReadonlySet<number>;
  private readonly holidays: ReadonlySet<string>;

  /** Throws when no weekday is a working day: then nothing could ever be planned. */
  constructor(weekdays: readonly number[], holidays: readonly string[]) {
    this.weekdays = new Set(weekdays);
    if (this.weekdays.size === 0) throw new Error('a company works on at least one weekday');
    this.holidays = new Set(holidays);
  }

  /** The day itself, or the next working day when it is a day off. */
  workingDayFrom(date: string): string {
    return iso(this.seek(parseISO(date)));
  }

  /** The last business day of work that starts on the working day `start` and takes `durationDays` (at least 1). */
  endOf(start: string, durationDays: number): string {
    let day = this.seek(parseISO(start));
    for (let left = durationDays - 1; left > 0; left -= 1) day = this.seek(addDays(day, 1));
    return iso(day);
  }

  /** How many business days lie from `start` to `end`, both included; at least 1. */
  durationOf(start: string, end: string): number {
    const last = parseISO(end);
    let days = 0;
    for (let day = parseISO(start); day <= last; day = addDays(day, 1)) if (this.isWorkingDay(day)) days += 1;
    return Math.max(days, 1);
  }

  private isWorkingDay(day: Date): boolean {
    return this.weekdays.has(getISODay(day)) && !this.holidays.has(iso(day));
  }

  private seek(from: Date): Date {
    let day = from;
    while (!this.isWorkingDay(day)) day = addDays(day, 1);
    return day;
  }
}

const iso = (day: Date): string => formatISO(day, { representation: 'date' });
