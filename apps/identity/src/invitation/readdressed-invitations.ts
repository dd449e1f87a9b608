import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { contactReaddressedV1, DataOf } from '@porchlight/contracts';
import { oneAtATime } from '@porchlight/platform';
import { Limits } from '../limit/limits';
import { Authority } from '../membership/authority';
import { Membership } from '../membership/membership.entity';
import { Person } from '../person/person.entity';
import { InvitationEvents } from './invitation-events';
import { Invitation } from './invitation.entity';
import { inviterIsStaff } from './inviter';
import { Readdressings } from './readdressings';
import { Sendings } from './sendings';

type Readdressed = DataOf<typeof contactReaddressedV1>;

/** Pending invitations of a customer whose address changed: moved to the new one, or cancelled. The old link is dead either way. */
@Injectable()
export class ReaddressedInvitations {
  constructor(
    private readonly authority: Authority,
    private readonly readdressings: Readdressings,
    private readonly sendings: Sendings,
    private readonly events: InvitationEvents,
    private readonly limits: Limits,
  ) {}

  /**
   * In the company's scope. What was accepted stays. Nothing goes to an address that the contact has left meanwhile, nor
   * anywhere on the word of somebody who may not invite now: what is pending is cancelled then.
   */
  async follow(em: EntityManager, version: number, readdressed: Readdressed): Promise<void> {
    const { companyId, contactId, by, projectIds } = readdressed;
    const newest = await this.readdressings.isNewest(em, { contactId, companyId, version });
    const mayInvite = await this.authority.lets(em, by, companyId, 'member.invite');
    const to = newest && mayInvite ? readdressed.to : null;
    for (const projectId of [...projectIds].sort()) await this.inProject(em, projectId, { ...readdressed, to });
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
    if (to === null || !(await this.mayMove(em, invitation, to))) return this.cancel(em, invitation);
    if (!(await inviterIsStaff(em, invitation))) invitation.invitedBy = by;
    const known = await em.findOne(
      Invitation,
      { companyId, projectId, email: to },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!known) {
      invitation.readdress(to, this.sendings.next());
      return this.events.sent(em, invitation);
    }
    // There is never a second invitation of one address to one place: the one that stands there takes over.
    await this.cancel(em, invitation);
    if (known.statusAt(new Date()) === 'pending') return;
    const { role, name, message, invitedBy } = invitation;
    if (known.inviteAgain({ role, name, message, invitedBy }, this.sendings.next())) await this.events.sent(em, known);
  }

  private async cancel(em: EntityManager, invitation: Invitation): Promise<void> {
    if (invitation.revoke()) await this.events.changed(em, invitation);
  }

  /** Whether it is still good, and nobody there yet; each move counts as a sending. */
  private async mayMove(em: EntityManager, invitation: Invitation, email: string): Promise<boolean> {
    if (invitation.statusAt(new Date()) !== 'pending') return false;
    const { companyId, projectId } = invitation;
    const person = await em.findOne(Person, { email });
    const where = { personId: person?.id, companyId, projectId, removedAt: null };
    if (person && (await em.count(Membership, where)) > 0) return false;
    // Where there were too many for now, the old link must not wait for that.
    return this.limits.tryTakeWithin(em, { of: 'invitation', key: companyId });
  }
}
