const dayMs = 86_400_000;
/** Days since 1 January 1970, a Thursday: a plan of thousands of tasks is laid out by counting, not by dates. */
const numberOf = (date: string): number => {
  const day = Date.parse(date) / dayMs;
  // No day would ever be found from there.
  if (!Number.isInteger(day)) throw new Error(`${date} is no date`);
  return day;
};
const isoOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
const isoWeekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The days on which a company works: its weekdays (ISO, 1 Monday … 7 Sunday) without its holidays. Dates are `YYYY-MM-DD`. */
export class WorkingCalendar {
  private readonly weekdays: ReadonlySet<number>;
  private readonly holidays: ReadonlySet<number>;

  /** Throws when no weekday is a working day: then nothing could ever be planned. */
  constructor(weekdays: readonly number[], holidays: readonly string[]) {
    this.weekdays = new Set(weekdays);
    if (this.weekdays.size === 0) throw new Error('a company works on at least one weekday');
    this.holidays = new Set(holidays.map(numberOf));
  }

  /** The day itself, or the next working day when it is a day off. */
  workingDayFrom(date: string): string {
    return isoOf(this.seek(numberOf(date)));
  }

  /** The last business day of work that starts on the working day `start` and takes `durationDays` (at least 1). */
  endOf(start: string, durationDays: number): string {
    let day = this.seek(numberOf(start));
    for (let left = durationDays - 1; left > 0; left -= 1) day = this.seek(day + 1);
    return isoOf(day);
  }

  /** How many business days lie from `start` to `end`, both included; at least 1. */
  durationOf(start: string, end: string): number {
    const last = numberOf(end);
    let days = 0;
    for (let day = numberOf(start); day <= last; day += 1) if (this.isWorkingDay(day)) days += 1;
    return Math.max(days, 1);
  }

  private isWorkingDay(day: number): boolean {
    return this.weekdays.has(isoWeekdayOf(day)) && !this.holidays.has(day);
  }

  private seek(from: number): number {
    let day = from;
    while (!this.isWorkingDay(day)) day += 1;
    return day;
  }
}
