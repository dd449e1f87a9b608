import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { contactReaddressedV1, DataOf } from '@porchlight/contracts';
import { oneAtATime, ProblemError } from '@porchlight/platform';
import { Limits } from '../limit/limits';
import { Membership } from '../membership/membership.entity';
import { Person } from '../person/person.entity';
import { InvitationEvents } from './invitation-events';
import { Invitation } from './invitation.entity';
import { inviterIsStaff } from './inviter';
import { Sendings } from './sendings';

type Readdressed = DataOf<typeof contactReaddressedV1>;

/** Pending invitations of a customer whose address changed: moved to the new one, or cancelled. The old link is dead either way. */
@Injectable()
export class ReaddressedInvitations {
  constructor(
    private readonly sendings: Sendings,
    private readonly events: InvitationEvents,
    private readonly limits: Limits,
  ) {}

  /** In the company's scope. What was accepted stays. */
  async follow(em: EntityManager, readdressed: Readdressed): Promise<void> {
    for (const projectId of [...readdressed.projectIds].sort()) await this.inProject(em, projectId, readdressed);
  }

  private async inProject(em: EntityManager, projectId: string, readdressed: Readdressed): Promise<void> {
    const { companyId, from, to, by } = readdressed;
    // As those who invite these addresses do, and in one order.
    for (const email of [from, to].filter((one) => one !== null).sort()) await oneAtATime(em, `${projectId} ${email}`);
    const invitation = await em.findOne(
      Invitation,
      { companyId, projectId, email: from, role: 'customer', state: 'pending' },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!invitation) return;
    const moves =
      to !== null && invitation.statusAt(new Date()) === 'pending' && (await this.isFree(em, invitation, to));
    if (!moves) {
      if (invitation.revoke()) await this.events.changed(em, invitation);
      return;
    }
    invitation.readdress(to, this.sendings.next());
    if (!(await inviterIsStaff(em, invitation))) invitation.invitedBy = by;
    await this.events.sent(em, invitation);
  }

  /** Whether the address can be invited to where the invitation leads; each move counts as a sending. */
  private async isFree(em: EntityManager, { companyId, projectId }: Invitation, email: string): Promise<boolean> {
    if ((await em.count(Invitation, { companyId, projectId, email })) > 0) return false;
    const person = await em.findOne(Person, { email });
    const where = { personId: person?.id, companyId, projectId, removedAt: null };
    if (person && (await em.count(Membership, where)) > 0) return false;
    return this.mayBeSent(companyId);
  }

  private async mayBeSent(companyId: string): Promise<boolean> {
    try {
      await this.limits.take({ of: 'invitation', key: companyId });
      return true;
    } catch (error) {
      // Too many for now: the old link must not wait for that.
      if (error instanceof ProblemError && error.status === 429) return false;
      throw error;
    }
  }
}
