import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Assignee } from '@porchlight/contracts';
import { problems } from '@porchlight/platform';
import { Invitation } from '../invitation/invitation.entity';
import { Member } from '../member/member.entity';
import { Person } from '../member/person.entity';
import { invitationNotKnownHere, membershipsNotKnownHere } from '../member/read-own-writes';
import type { Visit } from '../project/project-access';
import type { Task } from './task.entity';

/** What people and invitations are called, by their ids. */
export type Names = ReadonlyMap<string, string>;

/** Who a task may be for, and what they are called. */
@Injectable()
export class Assignees {
  /**
   * Whom a task is to be for: as asked, but by an invitation that was accepted the person who did. Refuses (400) whoever
   * has no part in the project's work; a customer gets an item instead of a task.
   */
  async fit<A extends Assignee | null | undefined>(visit: Visit, asked: A): Promise<A | Assignee> {
    if (asked?.kind === 'invited') return this.fitInvited(visit, asked.invitationId);
    if (asked?.kind === 'member') await this.requireWorker(visit, asked.personId, 'assignee.personId');
    return asked;
  }

  private async requireWorker({ em, companyId, projectId }: Visit, personId: string, path: string): Promise<void> {
    const here = { personId, companyId, $or: [{ projectId: null }, { projectId }] };
    const roles = (await em.find(Member, here)).map((member) => member.role);
    if (roles.some((role) => role !== 'customer')) return;
    if (roles.length > 0) throw isCustomer();
    throw membershipsNotKnownHere(personId, problems.invalid(path, 'is no member of this project'));
  }

  private async fitInvited(visit: Visit, invitationId: string): Promise<Assignee> {
    const { em, companyId, projectId } = visit;
    const path = 'assignee.invitationId';
    // Held until the commit: whoever accepts meanwhile finds the task, and who accepted before is found here.
    const held = { lockMode: LockMode.PESSIMISTIC_READ, refresh: true } as const;
    const here = { id: invitationId, companyId, $or: [{ projectId: null }, { projectId }] };
    const invitation = await em.findOne(Invitation, here, held);
    // What is refused may have changed: the copy of an invitation may lag behind.
    const refused = (problem = problems.invalid(path, 'is no invitation to this project')) =>
      invitationNotKnownHere(invitationId, problem);
    if (!invitation) throw refused();
    if (invitation.role === 'customer') throw refused(isCustomer());
    if (invitation.state === 'revoked') throw refused(problems.invalid(path, 'was cancelled'));
    const personId = invitation.acceptedBy;
    if (personId === null) return { kind: 'invited', invitationId };
    await this.requireWorker(visit, personId, path);
    return { kind: 'member', personId };
  }

  /** Names of those the tasks are assigned to. */
  async namesFor(em: EntityManager, tasks: readonly Task[]): Promise<Names> {
    const people = await this.people(em, idsOf(tasks, 'assigneePersonId'));
    const invitations = await this.invitations(em, idsOf(tasks, 'assigneeInvitationId'));
    return new Map([
      ...people.map((person): [string, string] => [person.id, person.name]),
      ...invitations.map((invitation): [string, string] => [invitation.id, invitation.invitee]),
    ]);
  }

  /** A change reads its task several times; whom this transaction has met is not asked for again. */
  private async people(em: EntityManager, ids: readonly string[]): Promise<Person[]> {
    const met = ids.flatMap((id) => em.getUnitOfWork().getById<Person>(Person, id) ?? []);
    if (met.length === ids.length) return met;
    return em.find(Person, { id: { $in: [...ids] } });
  }

  private async invitations(em: EntityManager, ids: readonly string[]): Promise<Invitation[]> {
    const met = ids.flatMap((id) => em.getUnitOfWork().getById<Invitation>(Invitation, id) ?? []);
    if (met.length === ids.length) return met;
    return em.find(Invitation, { id: { $in: [...ids] } });
  }
}

const idsOf = (tasks: readonly Task[], by: 'assigneePersonId' | 'assigneeInvitationId'): string[] => [
  ...new Set(tasks.flatMap((task) => task[by] ?? [])),
];

const isCustomer = () => problems.invalid('assignee', 'is a customer: make the task an item instead');
