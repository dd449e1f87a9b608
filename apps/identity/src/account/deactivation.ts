import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { DeactivateMe } from '@porchlight/contracts';
import { Transactions, type Caller } from '@porchlight/platform';
import { voidConfirmations } from '../confirmation/open-confirmations';
import { MembershipStates } from '../membership/membership-states';
import { Membership } from '../membership/membership.entity';
import { Owners } from '../membership/owners';
import type { Person } from '../person/person.entity';
import type { PortalRevocation } from '../portal-revocation/portal-revocation.entity';
import { PortalRevocations } from '../portal-revocation/portal-revocations';
import { SessionEnds } from '../session/session-ends';
import { OwnPassword } from './own-password';

/** Closes an account for good. What the person did stays known under their name; their e-mail is free again. */
@Injectable()
export class Deactivation {
  constructor(
    private readonly ownPassword: OwnPassword,
    private readonly transactions: Transactions,
    private readonly owners: Owners,
    private readonly states: MembershipStates,
    private readonly ends: SessionEnds,
    private readonly revocations: PortalRevocations,
  ) {}

  /** True once no portal screen of theirs is open, false while that is pending. Throws `last_owner`. */
  async deactivate(caller: Caller, { password }: DeactivateMe): Promise<boolean> {
    const asPerson = await this.ownPassword.check(caller, 'password', password);
    const { closing, revocation } = await asPerson(async (em, person) => ({
      revocation: await this.leaveEverything(em, person),
      closing: await this.ends.endAll(em, person.id),
    }));
    return (revocation === null || (await this.revocations.carryOut(revocation))) && closing.done;
  }

  private async leaveEverything(em: EntityManager, person: Person): Promise<PortalRevocation | null> {
    const standing = { personId: person.id, removedAt: null };
    const memberships = await em.find(Membership, standing, { orderBy: { companyId: 'asc' } });
    for (const { role, companyId } of memberships) {
      if (role === 'owner') await this.owners.requireAnother(em, companyId, person.id);
    }
    await this.transactions.enter(em, { personId: person.id });
    const now = new Date();
    for (const membership of memberships) membership.remove(now);
    person.deactivate(now);
    await voidConfirmations(em, person.id, null);
    await this.states.changed(em, person);
    // A customer may have a link of their own, which ends with their membership and not with a session.
    return memberships.some(({ role }) => role === 'customer')
      ? this.revocations.record(em, { personId: person.id, projectId: null, sid: null, linkIds: [] })
      : null;
  }
}
