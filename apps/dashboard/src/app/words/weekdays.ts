import { weekdayNames } from './dates';

interface Weekday {
  /** 1 Monday … 7 Sunday. */
  readonly iso: number;
  readonly short: string;
  readonly long: string;
}

const [short, long] = [weekdayNames('short'), weekdayNames('long')];

/** Monday first, in the reader's words. */
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7].map((iso) => ({
  iso,
  short: short[iso - 1] ?? '',
  long: long[iso - 1] ?? '',
}));

/** `Mon, Tue, Wed` */
export const showWeekdays = (days: readonly number[]): string =>
  weekdays
    .filter(({ iso }) => days.includes(iso))
    .map((day) => day.short)
    .join(', ');
