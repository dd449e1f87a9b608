import { describe, expect, it } from '@jest/globals';
import type { ChangeTask } from '@porchlight/contracts';
import { WorkingCalendar } from '../business-days/working-calendar';
import { Company } from '../company/company.entity';
import { aTask, work } from './task.factory';
import { applyToTask } from './task-fields';
import type { Work } from './task-status';

const weekdays = [1, 2, 3, 4, 5];
const usual = new WorkingCalendar(weekdays, []);

/** Thursday has become a day off since the task of two days was planned for it. */
const companyNow = (): Company => {
  const company = new Company();
  company.currency = 'USD';
  company.workingDays = weekdays;
  company.holidays = ['2026-11-26'];
  return company;
};

const edited = (standing: Work, input: ChangeTask): string => {
  const task = aTask('task', { durationDays: 2 });
  task.wantedStart = '2026-11-26';
  task.layOut(usual);
  task.work = standing;
  applyToTask(task, input, { company: companyNow(), role: 'owner' });
  return `${task.start} to ${task.end}`;
};

describe('an edit of a task whose start has become a day off', () => {
  const begun = work('in_progress', 40);

  it.each<[string, ChangeTask]>([
    ['a name', { name: 'Frame' }],
    ['an order', { order: 2 }],
    ['an assignee', { assignee: { kind: 'name', name: 'Ben' } }],
  ])('moves nothing by %s', (_, input) => {
    for (const standing of [work('not_started', 0), begun, work('blocked', 0), work('complete', 100)]) {
      expect(edited(standing, input)).toBe('2026-11-26 to 2026-11-27');
    }
  });

  it.each<[string, ChangeTask, string]>([
    ['further progress', { progress: 60 }, '2026-11-26 to 2026-11-30'],
    ['another status', { status: 'blocked' }, '2026-11-26 to 2026-11-30'],
    ['more days', { durationDays: 3 }, '2026-11-26 to 2026-12-01'],
    ['the start it has', { start: '2026-11-26', name: 'Frame' }, '2026-11-26 to 2026-11-30'],
  ])('keeps the start of what has begun through %s', (_, input, dates) => expect(edited(begun, input)).toBe(dates));

  it('moves the start of what has begun when another is asked for', () => {
    expect(edited(begun, { start: '2026-11-28' })).toBe('2026-11-30 to 2026-12-01');
    expect(edited(work('complete', 100), { start: '2026-11-25' })).toBe('2026-11-25 to 2026-11-27');
  });

  it('keeps both ends of what is completed by it, and ends anew what is taken up again', () => {
    expect(edited(begun, { status: 'complete' })).toBe('2026-11-26 to 2026-11-27');
    expect(edited(work('complete', 100), { progress: 90 })).toBe('2026-11-26 to 2026-11-30');
  });

  it('starts on a working day what has not begun, or is said not to have', () => {
    for (const input of [{ durationDays: 2 }, { start: '2026-11-26' }]) {
      expect(edited(work('not_started', 0), input)).toBe('2026-11-27 to 2026-11-30');
    }
    expect(edited(begun, { status: 'not_started' })).toBe('2026-11-27 to 2026-11-30');
  });
});
