import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Invitation as InvitationReply, Invite } from '@porchlight/contracts';
import { type Caller, oneAtATime, Transactions } from '@porchlight/platform';
import { v7 } from 'uuid';
import { Authority } from '../membership/authority';
import { Limits } from '../limit/limits';
import { Membership, type Place } from '../membership/membership.entity';
import { Person } from '../person/person.entity';
import { Projects } from '../project/projects';
import { invitingTo } from './inviting-to';
import { InvitationEvents } from './invitation-events';
import { InvitationReplies } from './invitation-replies';
import { Invitation } from './invitation.entity';
import { invitationErrors } from './invitation.errors';
import { inviterIsStaff } from './inviter';
import { Sendings } from './sendings';

/** Inviting, inviting again, taking back. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly limits: Limits,
    private readonly transactions: Transactions,
    private readonly authority: Authority,
    private readonly projects: Projects,
    private readonly sendings: Sendings,
    private readonly replies: InvitationReplies,
    private readonly events: InvitationEvents,
  ) {}

  /**
   * Invites one address to one place. Asking again gives the same invitation, however often and at once, unless the
   * sending at which it stands is known to be `lost`.
   */
  async invite(caller: Caller, invite: Invite, lost?: number): Promise<InvitationReply> {
    const place = await this.placeOf(caller, invite);
    const { action, what } = invitingTo(place.projectId);
    await this.count(caller, place, what);
    return this.authority.allow(caller, place, action, what, async (em) =>
      this.replies.one(em, await this.inviteOnce(em, caller, place, invite, lost)),
    );
  }

  /** A new link, good from now on; the one before is dead. */
  async resend(caller: Caller, id: string): Promise<InvitationReply> {
    const place = await this.placeById(id);
    await this.count(caller, place, 'invitation');
    return this.change(caller, id, place, async (em, invitation) => {
      invitation.resend(this.sendings.next());
      // Who invited may have left: somebody has to stand behind it, and to hear that it was accepted.
      if (!(await inviterIsStaff(em, invitation))) invitation.invitedBy = caller.personId;
      await this.events.sent(em, invitation);
      return this.replies.one(em, invitation);
    });
  }

  async revoke(caller: Caller, id: string): Promise<void> {
    return this.change(caller, id, await this.placeById(id), async (em, invitation) => {
      if (invitation.revoke()) await this.events.changed(em, invitation);
    });
  }

  private async placeOf(caller: Caller, { projectId, companyId }: Invite): Promise<Place> {
    if (projectId === undefined) return { companyId: companyId ?? '', projectId: null };
    const project = await this.projects.seenBy(caller, projectId);
    return { companyId: project.companyId, projectId };
  }

  private async inviteOnce(
    em: EntityManager,
    caller: Caller,
    place: Place,
    invite: Invite,
    lost: number | undefined,
  ): Promise<Invitation> {
    const { role, name = null, message = null, email } = invite;
    const wording = { role, name, message: message || null, invitedBy: caller.personId };
    const { companyId, projectId } = place;
    // Two at once for the same address and place: the second waits here and then finds the first one's row.
    await oneAtATime(em, `${projectId ?? companyId} ${email}`);
    const standing = await em.findOne(
      Invitation,
      { companyId, projectId, email },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    // Asked under that lock, as an invitation that is accepted just now makes a member.
    await this.requireNoMember(em, place, email);
    if (standing && !standing.inviteAgain(wording, this.sendings.next(), lost)) return standing;
    const invitation = standing ?? Invitation.make(v7(), place, email, wording, this.sendings.next());
    em.persist(invitation);
    await this.events.sent(em, invitation);
    return invitation;
  }

  private async requireNoMember(em: EntityManager, { companyId, projectId }: Place, email: string): Promise<void> {
    const person = await em.findOne(Person, { email });
    const where = { personId: person?.id, companyId, projectId, removedAt: null };
    if (person && (await em.count(Membership, where)) > 0) throw invitationErrors.alreadyMember();
  }

  /**
   * Counts one sending for the company. Of those who may invite alone, or a customer could keep the builder from it; and
   * in no transaction, as counting has its own and must not wait for a second connection while it holds one.
   */
  private async count(caller: Caller, place: Place, what: string): Promise<void> {
    await this.authority.allow(caller, place, invitingTo(place.projectId).action, what, () => Promise.resolve());
    await this.limits.take({ of: 'invitation', key: place.companyId });
  }

  /** Where an invitation leads. That it exists is told only to those whom `Authority` then lets pass. */
  private async placeById(id: string): Promise<Place> {
    const invitation = await this.transactions.run({ capabilityId: id }, (em) => em.findOne(Invitation, { id }));
    if (!invitation) throw invitationErrors.notFound();
    return invitation;
  }

  /** An invitation of the caller's company, locked. */
  private change<T>(
    caller: Caller,
    id: string,
    place: Place,
    work: (em: EntityManager, invitation: Invitation) => Promise<T>,
  ): Promise<T> {
    return this.authority.allow(caller, place, invitingTo(place.projectId).action, 'invitation', async (em) =>
      work(em, await em.findOneOrFail(Invitation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })),
    );
  }
}
