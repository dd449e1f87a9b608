import { dayAfter } from '../words/dates';

/** Days off without a gap between them. */
export interface HolidayRange {
  readonly from: string;
  readonly to: string;
  readonly days: readonly string[];
}

/** `days` (sorted or not) as stretches without a gap, in their order. */
export function rangesOf(days: readonly string[]): HolidayRange[] {
  const ranges: HolidayRange[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = ranges.at(-1);
    if (last && dayAfter(last.to) === day) ranges[ranges.length - 1] = { ...last, to: day, days: [...last.days, day] };
    else ranges.push({ from: day, to: day, days: [day] });
  }
  return ranges;
}

/** How many days lie from `from` to `to`, both included. */
export const countDays = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** Every day from `from` to `to`, both included; none when `to` lies before. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) days.push(day);
  return days;
}
