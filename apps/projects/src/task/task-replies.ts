import { Injectable } from '@nestjs/common';
import { idSchema, type Task as TaskReply } from '@porchlight/contracts';
import { afterCursor, pageOfRows } from '@porchlight/platform';
import { z } from 'zod';
import { Companies } from '../company/companies';
import type { Visit } from '../project/project-access';
import { Assignees } from './assignees';
import { taskForBuilder, taskForSubcontractor } from './task.mapper';
import { Task } from './task.entity';

const cursorSchema = z.tuple([z.int().min(0).max(2), z.number(), idSchema]);

/** Reads tasks the way their visitor may see them: builders all, subcontractors their own without money and notes. */
@Injectable()
export class TaskReplies {
  constructor(
    private readonly companies: Companies,
    private readonly assignees: Assignees,
  ) {}

  async of(visit: Visit, task: Task): Promise<TaskReply> {
    const [reply] = await this.ofAll(visit, [task]);
    if (!reply) throw new Error('a task has one reply');
    return reply;
  }

  /** By section, then in their order. */
  async page(visit: Visit, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
    const after = afterCursor(cursorSchema, cursor);
    const tasks = await visit.em.find(
      Task,
      {
        projectId: visit.projectId,
        ...(visit.role === 'subcontractor' && { assigneePersonId: visit.person.personId }),
        ...(after && { $or: later(after) }),
      },
      { orderBy: [{ sectionRank: 'asc' }, { order: 'asc' }, { id: 'asc' }], limit: limit + 1 },
    );
    const { rows, nextCursor } = pageOfRows(tasks, limit, (task) => [task.sectionRank, task.order, task.id]);
    return { items: await this.ofAll(visit, rows), nextCursor };
  }

  private async ofAll(visit: Visit, tasks: readonly Task[]): Promise<TaskReply[]> {
    const names = await this.assignees.namesFor(visit.em, tasks);
    if (visit.role === 'subcontractor') return tasks.map((task) => taskForSubcontractor(task, names));
    const { currency } = await this.companies.get(visit.em, visit.companyId);
    return tasks.map((task) => taskForBuilder(task, names, currency));
  }
}

const later = ([sectionRank, order, id]: z.infer<typeof cursorSchema>) => [
  { sectionRank: { $gt: sectionRank } },
  { sectionRank, order: { $gt: order } },
  { sectionRank, order, id: { $gt: id } },
];
