import type { CreateTask, Task } from '@porchlight/contracts';

/** What it takes to make a deleted task again, in its old place. */
export const copyOf = (task: Task): CreateTask => ({
  name: task.name,
  section: task.section,
  start: task.start,
  durationDays: task.durationDays,
  parentId: task.parentId,
  status: task.status,
  progress: task.progress,
  assignee: task.assignee,
  estimatedCost: task.estimatedCost,
  committedCost: task.committedCost,
  actualCost: task.actualCost,
  notes: task.notes,
  requiresAcknowledgement: task.requiresAcknowledgement,
  order: task.order,
});
