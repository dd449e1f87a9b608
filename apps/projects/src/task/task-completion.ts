import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import { fieldChanges } from '@porchlight/platform';
import { Trail } from '../activity/trail';
import type { ProjectChange } from '../project/project-access';
import { TaskReplies } from './task-replies';
import { completeWork } from './task-status';
import { TaskTree } from './task-tree';
import { Task } from './task.entity';

/** Completes all open tasks of a project at once, each with its own version, activity and event. */
@Injectable()
export class TaskCompletion {
  constructor(
    private readonly replies: TaskReplies,
    private readonly trail: Trail,
  ) {}

  async completeAll(change: ProjectChange): Promise<void> {
    const tasks = await change.em.find(
      Task,
      { projectId: change.projectId, $or: [{ childCount: { $gt: 0 } }, { status: { $ne: 'complete' } }] },
      { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const tree = new TaskTree(change.portal, tasks);
    for (const task of tasks.filter((each) => !each.isParent)) {
      const before = await this.replies.of(change, task);
      tree.edit(task, () => (task.work = completeWork));
      task.version += 1;
      const changes = fieldChanges(before, await this.replies.of(change, task), ['status', 'progress']);
      const named = { subject: 'task', id: task.id, name: task.name } as const;
      await this.trail.ofPart(change, { ...named, version: task.version, action: 'changed', changes });
    }
  }
}
