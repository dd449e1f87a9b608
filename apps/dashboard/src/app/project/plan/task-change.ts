import type { ChangeTask, Task, TaskStatus } from '@porchlight/contracts';

/**
 * What choosing a status means. `null`: it cannot be said without a progress, because a task that was complete is being
 * opened again (100 % and complete are the same fact).
 */
export function toStatus(task: Pick<Task, 'status' | 'progress'>, status: TaskStatus): ChangeTask | null {
  if (status === task.status) return {};
  if (status === 'complete') return { status, progress: 100 };
  if (status === 'not_started') return { status, progress: 0 };
  return task.progress === 100 ? null : { status };
}

/** What typing a progress means: 100 completes, anything above 0 starts, and less than 100 opens again. */
export function toProgress(task: Pick<Task, 'status' | 'progress'>, progress: number): ChangeTask {
  const whole = Math.min(100, Math.max(0, Math.floor(progress)));
  if (whole === task.progress) return {};
  if (whole === 100) return { status: 'complete', progress: 100 };
  const starts = task.status === 'not_started' && whole > 0;
  const reopens = task.status === 'complete';
  return starts || reopens ? { status: 'in_progress', progress: whole } : { progress: whole };
}

/** The statuses a person may choose: `In review` comes about by submitting, not by choosing. */
export const choosable = (task: Pick<Task, 'status'>): TaskStatus[] =>
  (['not_started', 'in_progress', 'blocked', 'pending_review', 'complete'] as const).filter(
    (status) => status !== 'pending_review' || task.status === 'pending_review',
  );
