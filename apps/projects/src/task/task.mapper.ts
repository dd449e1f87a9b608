import type { Assignee, Task as TaskReply } from '@porchlight/contracts';
import { moneyOrNull } from '../money/money';
import type { Names } from './assignees';
import type { Task } from './task.entity';

/** The task as builders see it; a parent shows what its children come to. */
export const taskForBuilder = (task: Task, names: Names, currency: string): TaskReply => ({
  ...common(task, names),
  estimatedCost: moneyOrNull(task.isParent ? task.below.estimated : task.estimatedCost, currency),
  committedCost: moneyOrNull(task.isParent ? task.below.committed : task.committedCost, currency),
  actualCost: moneyOrNull(task.isParent ? task.below.actual : task.actualCost, currency),
  notes: task.notes,
});

/** The same for a subcontractor: no money and no notes. */
export const taskForSubcontractor = (task: Task, names: Names): TaskReply => ({
  ...common(task, names),
  estimatedCost: null,
  committedCost: null,
  actualCost: null,
  notes: null,
});

const common = (task: Task, names: Names) => ({
  id: task.id,
  projectId: task.projectId,
  version: task.version,
  name: task.name,
  section: task.section,
  parentId: task.parentId,
  start: task.shownStart,
  durationDays: task.shownDays,
  end: task.shownEnd,
  status: task.shownStatus,
  progress: task.shownProgress,
  assignee: assigneeOf(task, names),
  requiresAcknowledgement: task.requiresAcknowledgement,
  order: task.order,
  hasChildren: task.isParent,
});

const assigneeOf = (task: Task, names: Names): Assignee | null => {
  if (task.assigneePersonId !== null) {
    const name = names.get(task.assigneePersonId);
    return { kind: 'member', personId: task.assigneePersonId, ...(name !== undefined && { name }) };
  }
  if (task.assigneeInvitationId !== null) {
    const name = names.get(task.assigneeInvitationId);
    return { kind: 'invited', invitationId: task.assigneeInvitationId, ...(name !== undefined && { name }) };
  }
  return task.assigneeName === null ? null : { kind: 'name', name: task.assigneeName };
};
