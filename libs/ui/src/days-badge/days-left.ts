import type { ProjectStatus } from '@porchlight/contracts';
import { calendarDay, daysBetween } from '../calendar/calendar-day';

/** What the days badge says: `soon` is amber, `past` red, `still` a neutral word without a count. */
export type DaysLeft =
  | { kind: 'left' | 'soon' | 'past'; days: number }
  | { kind: 'today' }
  | { kind: 'still'; why: 'on_hold' | 'completed' | 'archived' | 'no_date' };

/**
 * Calendar days from today to the deadline, today being the date in the project's time zone at `now` (milliseconds since
 * the epoch). Amber from `amberDays` left down to the day itself, red after it. A project that rests or has no date is
 * not counted.
 */
export function daysLeft(
  deadline: string | null | undefined,
  timeZone: string,
  status: ProjectStatus,
  amberDays: number,
  now: number,
): DaysLeft {
  if (status === 'on_hold' || status === 'completed' || status === 'archived') return { kind: 'still', why: status };
  if (!deadline) return { kind: 'still', why: 'no_date' };
  const days = daysBetween(calendarDay(now, timeZone), deadline);
  if (days < 0) return { kind: 'past', days: -days };
  if (days === 0) return { kind: 'today' };
  return { kind: days <= amberDays ? 'soon' : 'left', days };
}
