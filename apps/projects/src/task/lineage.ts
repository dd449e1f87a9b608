import { Injectable } from '@nestjs/common';
import { LockMode, raw, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from '@porchlight/platform';
import type { ProjectChange } from '../project/project-access';
import { Task } from './task.entity';

/** Loads tasks with all above them: what a change to one of them may touch. */
@Injectable()
export class Lineage {
  /** The tasks named and those above them, by id; locked in id order. Ids of other projects are left out. */
  async load({ em, projectId }: ProjectChange, ids: readonly string[]): Promise<Map<string, Task>> {
    const lineage = raw<string[]>(
      `(with recursive lineage as (
         select id, parent_id from task where project_id = ? and id = any(?::uuid[])
         union
         select task.id, task.parent_id from task join lineage on task.id = lineage.parent_id
       ) select id from lineage)`,
      [projectId, `{${ids.join()}}`],
    );
    const locked = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
    const tasks = await em.find(Task, { id: { $in: lineage } }, { orderBy: { id: 'asc' }, ...locked });
    return new Map(tasks.map((task) => [task.id, task]));
  }

  /**
   * Takes parents' dates over from their children, nearest parent first: the first start to the last end, read off two
   * indexes. Flushes before each, so that it sees what is below it.
   */
  async takeOverDates({ em, company }: ProjectChange, parents: Iterable<Task>): Promise<void> {
    for (const parent of parents) {
      await em.flush();
      const dates = parent.isParent ? await childDates(em, parent) : null;
      parent.span(dates?.start ?? null, dates?.end ?? null, company.calendar);
    }
  }
}

const childDates = async (em: EntityManager, parent: Task) => {
  const [dates] = await sql<{ start: string | null; end: string | null }>(
    em,
    `select min(coalesce(family_start, start))::text as start, max(coalesce(family_end, end_date))::text as "end"
     from task where parent_id = ?`,
    [parent.id],
  );
  return dates;
};
