import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from '../business-days/working-calendar';
import { Sums } from '../portal-view/sums';
import { layOutAll } from './layout';
import { aTask, work } from './task.factory';
import type { Task } from './task.entity';

const weekdays = [1, 2, 3, 4, 5];
const usual = new WorkingCalendar(weekdays, []);

const planned = (id: string, wantedStart: string, durationDays: number, parent?: Task): Task => {
  const task = aTask(id, { durationDays, parentId: parent?.id ?? null });
  task.wantedStart = wantedStart;
  task.layOut(usual);
  if (parent) parent.childCount += 1;
  return task;
};
const dates = ({ shownStart, shownEnd }: Task): string => `${shownStart} to ${shownEnd}`;

describe('a plan in a new calendar', () => {
  // The Thursday of the week that starts on Monday the 23rd.
  const withHoliday = new WorkingCalendar(weekdays, ['2026-11-26']);

  it('ends a task later by the holiday in its middle, and starts one later that would start on it', () => {
    const [over, on, after] = [
      planned('over', '2026-11-23', 5),
      planned('on', '2026-11-26', 1),
      planned('after', '2026-11-27', 1),
    ];
    layOutAll([over, on, after], withHoliday);
    expect([over, on, after].map(dates)).toEqual([
      '2026-11-23 to 2026-11-30',
      '2026-11-27 to 2026-11-27',
      '2026-11-27 to 2026-11-27',
    ]);
  });

  it('is the old one again when the holiday goes, whatever stood between', () => {
    const tasks = [planned('one', '2026-11-26', 3), planned('two', '2026-11-21', 2)];
    const before = tasks.map(dates);
    layOutAll(tasks, withHoliday);
    layOutAll(tasks, new WorkingCalendar([6, 7], []));
    expect(tasks.map(dates)).toEqual(['2026-11-28 to 2026-12-05', '2026-11-21 to 2026-11-22']);
    layOutAll(tasks, usual);
    expect(tasks.map(dates)).toEqual(before);
  });

  it('leaves what is complete where it was done', () => {
    const done = planned('done', '2026-11-23', 5);
    done.work = work('complete', 100);
    layOutAll([done], withHoliday);
    expect(dates(done)).toBe('2026-11-23 to 2026-11-27');
  });

  it.each([
    ['in progress', work('in_progress', 40)],
    ['blocked before anything was done', work('blocked', 0)],
    [
      'waiting for a review',
      { ...work('pending_review', 99), before: { status: 'in_progress', progress: 60 } as const },
    ],
  ])('leaves the start of what is %s, and ends it later', (_, begun) => {
    const [on, over] = [planned('on', '2026-11-26', 2), planned('over', '2026-11-25', 3)];
    for (const task of [on, over]) task.work = begun;
    layOutAll([on, over], withHoliday);
    expect([on, over].map(dates)).toEqual(['2026-11-26 to 2026-11-30', '2026-11-25 to 2026-11-30']);
    layOutAll([on, over], usual);
    expect([on, over].map(dates)).toEqual(['2026-11-26 to 2026-11-27', '2026-11-25 to 2026-11-27']);
  });

  it('takes parents along at every level, their days counted anew', () => {
    const top = planned('top', '2026-01-05', 1);
    const middle = planned('middle', '2026-01-05', 1, top);
    const leaves = [planned('early', '2026-11-23', 2, middle), planned('late', '2026-11-25', 3, middle)];
    const open = Sums.of({ ...Sums.none(), leafCount: 2 });
    top.below = open;
    middle.below = open;
    layOutAll([...leaves, top, middle], withHoliday);
    for (const parent of [top, middle]) {
      expect({ id: parent.id, dates: dates(parent), days: parent.shownDays }).toEqual({
        id: parent.id,
        dates: '2026-11-23 to 2026-11-30',
        days: 5,
      });
    }
  });
});
