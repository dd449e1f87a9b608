import { describe, expect, it } from '@jest/globals';
import { isWeekend, parseISO } from 'date-fns';
import { demoCalendar } from './calendar';
import { durationDays, items, milestones, tasks, today } from './project-data';

describe('the demo project', () => {
  it('is as large as a real one', () => {
    expect(tasks).toHaveLength(60);
    expect(milestones).toHaveLength(10);
    expect(items).toHaveLength(6);
    expect(new Set(tasks.map(({ section }) => section))).toEqual(new Set(['planning', 'execution', 'closeout']));
  });

  it('ends by its deadline', () => {
    for (const { from, days } of tasks) expect(from + days).toBeLessThanOrEqual(durationDays);
    for (const { on } of milestones) expect(on).toBeLessThanOrEqual(durationDays);
  });

  it('has no milestone reached in the future', () => {
    for (const { reached } of milestones) expect(reached ?? 0).toBeLessThanOrEqual(today);
  });

  it.each(['2026-11-20', '2026-11-21', '2026-11-22'])('starts on a working day when seeded on %s', (day) => {
    const dateOf = demoCalendar(parseISO(day), today);
    expect(isWeekend(parseISO(dateOf(0)))).toBe(false);
    expect(dateOf(today) >= day).toBe(true);
  });
});
