import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Assignee } from '@porchlight/contracts';
import { problems } from '@porchlight/platform';
import { Member } from '../member/member.entity';
import { Person } from '../member/person.entity';
import { membershipsNotKnownHere } from '../member/read-own-writes';
import type { Visit } from '../project/project-access';
import type { Task } from './task.entity';

export type Names = ReadonlyMap<string, string>;

/** Who a task may be for, and what they are called. */
@Injectable()
export class Assignees {
  /** Refuses (400) whoever has no part in the project's work; a customer gets an item instead of a task. */
  async requireFit({ em, companyId, projectId }: Visit, assignee: Assignee | null | undefined): Promise<void> {
    if (assignee?.kind !== 'member') return;
    const { personId } = assignee;
    const here = { personId, companyId, $or: [{ projectId: null }, { projectId }] };
    const roles = (await em.find(Member, here)).map((member) => member.role);
    if (roles.some((role) => role !== 'customer')) return;
    if (roles.length > 0) throw problems.invalid('assignee', 'is a customer: make the task an item instead');
    throw membershipsNotKnownHere(personId, problems.invalid('assignee.personId', 'is no member of this project'));
  }

  /** Names of the people the tasks are assigned to. */
  async namesFor(em: EntityManager, tasks: readonly Task[]): Promise<Names> {
    const ids = new Set(tasks.flatMap((task) => (task.assigneePersonId === null ? [] : [task.assigneePersonId])));
    const names = new Map<string, string>();
    for (const person of await this.people(em, [...ids])) names.set(person.id, person.name);
    return names;
  }

  /** A change reads its task several times; whom this transaction has met is not asked for again. */
  private async people(em: EntityManager, ids: readonly string[]): Promise<Person[]> {
    const met = ids.flatMap((id) => em.getUnitOfWork().getById<Person>(Person, id) ?? []);
    if (met.length === ids.length) return met;
    return em.find(Person, { id: { $in: [...ids] } });
  }
}
