import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, invitationChangedV1, membershipChangedV1 } from '@porchlight/contracts';
import { Trail } from '../activity/trail';
import { Invitation } from '../invitation/invitation.entity';
import { Invitations } from '../invitation/invitations';
import { Person } from '../member/person.entity';
import { joinAlone, lockWaiting, waitingFor } from './waiting-tasks';
import { Task } from './task.entity';

interface Joined {
  readonly personId: string;
  readonly name: string;
}

/**
 * Gives people the tasks that waited for them, whichever is told first: that their invitation was accepted, or that the
 * holder of its e-mail has a part in its place. The second comes with the access token, so whoever has just joined finds
 * their tasks at the first look.
 */
@Injectable()
export class Joining {
  constructor(
    private readonly invitations: Invitations,
    private readonly trail: Trail,
  ) {}

  async onInvitation(em: EntityManager, state: DataOf<typeof invitationChangedV1>): Promise<void> {
    const { invitationId, acceptedBy } = state;
    // A customer has items instead: what waited keeps showing the name.
    if (acceptedBy === null || state.role === 'customer') return this.invitations.store(em, state);
    await joinAlone(em, acceptedBy);
    await lockWaiting(em, [invitationId]);
    await this.invitations.store(em, state);
    const person = await em.findOne(Person, acceptedBy);
    // Somebody who is not known here yet: their memberships are on the way, and find who accepted.
    if (person) await this.handOver(em, [invitationId], { personId: acceptedBy, name: person.name });
  }

  async onMemberships(em: EntityManager, state: DataOf<typeof membershipChangedV1>): Promise<void> {
    await joinAlone(em, state.personId);
    const invitationIds = await waitingFor(em, state);
    if (invitationIds.length === 0) return;
    await lockWaiting(em, invitationIds);
    await this.handOver(em, invitationIds, state);
  }

  /** The public view knows no assignees, so the portal hears nothing. */
  private async handOver(em: EntityManager, invitationIds: readonly string[], joined: Joined): Promise<void> {
    const { personId, name } = joined;
    const waiting = { assigneeInvitationId: { $in: [...invitationIds] } };
    const locked = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
    for (const task of await em.find(Task, waiting, { orderBy: { id: 'asc' }, ...locked })) {
      const invitation = await em.findOneOrFail(Invitation, { id: task.assigneeInvitationId ?? '' });
      const from = { kind: 'invited', invitationId: invitation.id, name: invitation.invitee };
      task.assigneeInvitationId = null;
      task.assigneePersonId = personId;
      task.version += 1;
      const { companyId, projectId } = task;
      await this.trail.ofPart(
        { em, companyId, projectId, person: { name } },
        {
          subject: 'task',
          id: task.id,
          name: task.name,
          version: task.version,
          action: 'changed',
          changes: [{ field: 'assignee', from, to: { kind: 'member', personId, name } }],
        },
      );
    }
    await em.flush();
  }
}
