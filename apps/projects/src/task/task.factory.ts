import { ProjectPortal } from '../portal-view/project-portal.entity';
import { Sums } from '../portal-view/sums';
import { Task } from './task.entity';
import { freshWork, type Work } from './task-status';

/** For specs: a leaf of one day in planning, not started, unless told otherwise. */
export const aTask = (id: string, own: Partial<Pick<Task, 'section' | 'durationDays' | 'parentId'>> = {}): Task => {
  const task = new Task();
  task.id = id;
  task.name = id;
  task.section = own.section ?? 'planning';
  task.durationDays = own.durationDays ?? 1;
  task.parentId = own.parentId ?? null;
  task.childCount = 0;
  task.work = freshWork;
  task.familyStart = null;
  task.familyEnd = null;
  task.familyDays = null;
  task.estimatedCost = null;
  task.committedCost = null;
  task.actualCost = null;
  task.below = Sums.none();
  return task;
};

export const work = (status: Work['status'], progress: number): Work => ({ status, progress, before: null });

export const anEmptyPortal = (): ProjectPortal => {
  const portal = new ProjectPortal();
  portal.planning = Sums.none();
  portal.execution = Sums.none();
  portal.closeout = Sums.none();
  portal.publicVersion = 0;
  portal.publicBytes = null;
  portal.confirmedAt = null;
  return portal;
};
