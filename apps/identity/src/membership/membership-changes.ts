import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { may, type Action, type Role } from '@porchlight/contracts';
import { problems, type Caller } from '@porchlight/platform';
import { Person } from '../person/person.entity';
import { Authority } from './authority';
import { MembershipStates } from './membership-states';
import { Membership } from './membership.entity';
import { Owners } from './owners';
import type { PortalRevocation } from '../portal-revocation/portal-revocation.entity';
import { PortalRevocations } from '../portal-revocation/portal-revocations';

/** What one person is in one place, or in a whole company. */
export interface Part {
  readonly personId: string;
  readonly companyId: string;
  /** Null: as staff. Left out: whatever they are in the company. */
  readonly projectId?: string | null;
}

/** Who may change it, and what there is none of where the person has no such part. */
export interface Permission {
  readonly action: Action;
  readonly what: 'member' | 'person';
}

/** What happens in the same transaction as a change. */
export interface Along {
  /** Named links of the part's project, which end. */
  readonly linkIds?: readonly string[];
  /** Goes first, while no person's row is held. */
  readonly before?: (em: EntityManager) => Promise<void>;
}

const seesPortal = (standing: Role | null): boolean => standing !== null && may(standing, 'portal.view');

/** Changes what a person is, tells everyone, and closes the screens that showed what they may see no longer. */
@Injectable()
export class MembershipChanges {
  constructor(
    private readonly authority: Authority,
    private readonly owners: Owners,
    private readonly states: MembershipStates,
    private readonly revocations: PortalRevocations,
  ) {}

  /**
   * Makes `change` to each membership of the part, and what goes `along` with it: both or neither. True once no open portal shows what was taken away, false while that is pending: denied everywhere it is by then.
   * Throws 404 where there is no such part, and `last_owner`.
   */
  async make(
    caller: Caller,
    permission: Permission,
    part: Part,
    change: (membership: Membership) => void,
    along: Along = {},
  ): Promise<boolean> {
    const { action, what } = permission;
    const place = { companyId: part.companyId, projectId: part.projectId ?? null };
    const there = place.projectId === null ? 'company' : 'project';
    const revocation = await this.authority.allow(caller, place, action, there, async (em) => {
      await along.before?.(em);
      return this.within(em, what, part, change, along.linkIds ?? []);
    });
    return revocation === null || this.revocations.carryOut(revocation);
  }

  private async within(
    em: EntityManager,
    what: string,
    part: Part,
    change: (membership: Membership) => void,
    linkIds: readonly string[],
  ): Promise<PortalRevocation | null> {
    const { personId, companyId, projectId = null } = part;
    // The person first, as everywhere: whoever changes memberships of a person queues at that row.
    const person = await em.findOne(Person, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    const memberships = await em.find(Membership, { ...part, removedAt: null }, { refresh: true });
    if (!person || memberships.length === 0) throw problems.notFound(what);
    const before = memberships.map(({ role }) => role);
    memberships.forEach(change);
    const turned = memberships
      .map(({ standing }, index) => ({ was: before[index] ?? null, is: standing }))
      .filter(({ was, is }) => was !== is);
    if (turned.length === 0) return null;
    if (turned.some(({ was }) => was === 'owner')) await this.owners.requireAnother(em, companyId, personId);
    await this.states.changed(em, person);
    const shuts = turned.some(({ was, is }) => seesPortal(was) && !seesPortal(is)) || linkIds.length > 0;
    return shuts ? this.revocations.record(em, { personId, projectId, sid: null, linkIds: [...linkIds] }) : null;
  }
}
