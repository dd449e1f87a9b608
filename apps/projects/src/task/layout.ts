import type { WorkingCalendar } from '../business-days/working-calendar';
import type { Task } from './task.entity';

/** Places all tasks of a project in a calendar, parents by their children. What is complete stays where it was done. */
export const layOutAll = (tasks: readonly Task[], calendar: WorkingCalendar): void => {
  for (const task of tasks) if (task.status !== 'complete') task.layOut(calendar);
  const children = byParent(tasks);
  const downwards = [...(children.get(null) ?? [])];
  for (const task of downwards) downwards.push(...(children.get(task.id) ?? []));
  for (const parent of downwards.reverse()) {
    if (!parent.isParent || parent.shownStatus === 'complete') continue;
    const below = children.get(parent.id) ?? [];
    const starts = below.map((task) => task.shownStart).sort();
    const ends = below.map((task) => task.shownEnd).sort();
    parent.span(starts[0] ?? null, ends.at(-1) ?? null, calendar);
  }
};

const byParent = (tasks: readonly Task[]): Map<string | null, Task[]> => {
  const children = new Map<string | null, Task[]>();
  for (const task of tasks) {
    const siblings = children.get(task.parentId);
    if (siblings) siblings.push(task);
    else children.set(task.parentId, [task]);
  }
  return children;
};
