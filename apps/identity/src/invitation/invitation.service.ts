import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { invitationSentV1, type Invitation as InvitationReply, type Invite } from '@porchlight/contracts';
import { Outbox } from '@porchlight/messaging';
import { CONFIG, sql, Transactions, type Caller } from '@porchlight/platform';
import { v7 } from 'uuid';
import type { Config } from '../config';
import { Authority } from '../membership/authority';
import { Membership, type Place } from '../membership/membership.entity';
import { Person } from '../person/person.entity';
import { Projects } from '../project/projects';
import { invitingTo } from './inviting-to';
import { InvitationLinks } from './invitation-links';
import { InvitationReplies } from './invitation-replies';
import { Invitation, type Sending } from './invitation.entity';
import { invitationErrors } from './invitation.errors';

/** Inviting, inviting again, taking back. */
@Injectable()
export class InvitationService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly authority: Authority,
    private readonly projects: Projects,
    private readonly links: InvitationLinks,
    private readonly replies: InvitationReplies,
    private readonly outbox: Outbox,
  ) {}

  /** Invites one address to one place. Asking again gives the same invitation, however often and at once. */
  async invite(caller: Caller, invite: Invite): Promise<InvitationReply> {
    const place = await this.placeOf(caller, invite);
    const { action, what } = invitingTo(place.projectId);
    return this.authority.allow(caller, place.companyId, action, what, async (em) => {
      await this.requireNoMember(em, place, invite.email);
      return this.replies.one(em, await this.inviteOnce(em, caller, place, invite));
    });
  }

  /** A new link, good from now on; the one before is dead. */
  resend(caller: Caller, id: string): Promise<InvitationReply> {
    return this.change(caller, id, async (em, invitation) => {
      invitation.resend(this.sending());
      await this.sent(em, invitation);
      return this.replies.one(em, invitation);
    });
  }

  revoke(caller: Caller, id: string): Promise<void> {
    return this.change(caller, id, (_, invitation) => Promise.resolve(invitation.revoke()));
  }

  private async placeOf(caller: Caller, { projectId, companyId }: Invite): Promise<Place> {
    if (projectId === undefined) return { companyId: companyId ?? '', projectId: null };
    const project = await this.projects.seenBy(caller, projectId);
    return { companyId: project.companyId, projectId };
  }

  private async requireNoMember(em: EntityManager, place: Place, email: string): Promise<void> {
    const person = await em.findOne(Person, { email });
    const where = { personId: person?.id, companyId: place.companyId, projectId: place.projectId, removedAt: null };
    if (person && (await em.count(Membership, where)) > 0) throw invitationErrors.alreadyMember();
  }

  private async inviteOnce(em: EntityManager, caller: Caller, place: Place, invite: Invite): Promise<Invitation> {
    const { role, name = null, message = null, email } = invite;
    const wording = { role, name, message: message || null, invitedBy: caller.personId };
    const { companyId, projectId } = place;
    // Two at once for the same address and place: the second waits here and then finds the first one's row.
    await sql(em, 'select pg_advisory_xact_lock(hashtextextended(?, 0))', [`${projectId ?? companyId} ${email}`]);
    const standing = await em.findOne(
      Invitation,
      { companyId, projectId, email },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (standing && !standing.inviteAgain(wording, this.sending())) return standing;
    const invitation = standing ?? Invitation.make(v7(), place, email, wording, this.sending());
    em.persist(invitation);
    await this.sent(em, invitation);
    return invitation;
  }

  /** An invitation of the caller's company, locked; whether it exists is told to nobody else. */
  private async change<T>(
    caller: Caller,
    id: string,
    work: (em: EntityManager, invitation: Invitation) => Promise<T>,
  ): Promise<T> {
    const place = await this.transactions.run({ capabilityId: id }, (em) => em.findOne(Invitation, { id }));
    if (!place) throw invitationErrors.notFound();
    return this.authority.allow(caller, place.companyId, invitingTo(place.projectId).action, 'invitation', async (em) =>
      work(em, await em.findOneOrFail(Invitation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })),
    );
  }

  private sending(): Sending {
    return { at: new Date(), days: this.config.INVITATION_DAYS, keyVersion: this.links.keyVersion };
  }

  private async sent(em: EntityManager, invitation: Invitation): Promise<void> {
    await em.flush();
    // Without a mail server the link is shown instead, and there is nothing to send.
    if (!this.config.SMTP_CONFIGURED) return;
    await this.outbox.add(em, invitationSentV1, {
      companyId: invitation.companyId,
      aggregateId: invitation.id,
      aggregateVersion: invitation.generation,
      data: { invitationId: invitation.id, generation: invitation.generation },
    });
  }
}
