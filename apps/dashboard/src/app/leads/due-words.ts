import type { Lead } from '@porchlight/contracts';
import { dayAfter, showDay } from '../words/dates';

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Calendar days from one date to another; negative when it is past. */
export const daysFrom = (today: string, date: string): number => dayNumber(date) - dayNumber(today);

/** `3 days overdue`, `due yesterday`, `today`, `tomorrow`, `Friday`, `4 Dec`. */
export function dueWords(date: string, today: string): string {
  const days = daysFrom(today, date);
  if (days < -1) return `${-days} days overdue`;
  if (days === -1) return 'due yesterday';
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days < 7 ? weekday.format(new Date(`${date}T00:00:00Z`)) : showDay(date);
}
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' });

export type DueTone = 'late' | 'waiting' | null;

export const dueTone = (date: string, today: string): DueTone => {
  const days = daysFrom(today, date);
  return days < 0 ? 'late' : days === 0 ? 'waiting' : null;
};

export interface DueGroup<T> {
  readonly name: 'overdue' | 'today' | 'week';
  readonly leads: readonly T[];
}

/** Overdue, today, and the seven days after; what is later, or has no date, is not due. */
export function dueGroups<T extends { readonly nextStepOn: string | null }>(
  leads: readonly T[],
  today: string,
): DueGroup<T>[] {
  const within = (from: number, to: number): T[] =>
    leads.filter(({ nextStepOn }) => {
      const days = nextStepOn === null ? Infinity : daysFrom(today, nextStepOn);
      return days >= from && days <= to;
    });
  return [
    { name: 'overdue', leads: within(-Infinity, -1) },
    { name: 'today', leads: within(0, 0) },
    { name: 'week', leads: within(1, 7) },
  ];
}

/** The date so many days after another. */
export function daysAfter(date: string, days: number): string {
  return Array.from({ length: days }).reduce<string>((day) => dayAfter(day), date);
}

/** When the next step of a lead is due. Nothing is with what is won or lost. */
export const dueOf = ({ stage, nextStepOn }: Pick<Lead, 'stage' | 'nextStepOn'>): string | null =>
  stage === 'won' || stage === 'lost' ? null : nextStepOn;
