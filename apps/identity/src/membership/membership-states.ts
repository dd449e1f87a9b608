import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { accessFactV1, membershipChangedV1, type Role } from '@porchlight/contracts';
import { Outbox } from '@porchlight/messaging';
import { Transactions } from '@porchlight/platform';
import type { Person } from '../person/person.entity';
import { Membership } from './membership.entity';

const isStaff = (role: Role): boolean => role === 'owner' || role === 'manager';

const projectsAs = (memberships: readonly Membership[], as: Role): string[] =>
  memberships.flatMap(({ role, projectId }) => (role === as && projectId !== null ? [projectId] : []));

/** Tells the services what a person belongs to, and the gateway which portals they may open. */
@Injectable()
export class MembershipStates {
  constructor(
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
  ) {}

  /**
   * To be called last in a transaction that changed memberships of `person`, whose row it holds locked or made itself.
   * Raises the person's membership version and leaves the transaction in the person's scope: the state spans companies.
   */
  async changed(em: EntityManager, person: Person): Promise<void> {
    person.membershipVersion += 1;
    await em.flush();
    await this.transactions.enter(em, { personId: person.id });
    const memberships = await em.find(Membership, { personId: person.id, removedAt: null }, { orderBy: { id: 'asc' } });
    const state = { companyId: null, aggregateId: person.id, aggregateVersion: person.membershipVersion };
    await this.outbox.add(em, membershipChangedV1, {
      ...state,
      data: {
        personId: person.id,
        name: person.name,
        email: person.email,
        memberships: memberships.map(({ companyId, projectId, role }) => ({ companyId, projectId, role })),
      },
    });
    await this.outbox.add(em, accessFactV1, {
      ...state,
      data: {
        personId: person.id,
        staffOf: memberships.filter(({ role }) => isStaff(role)).map(({ companyId }) => companyId),
        customerOf: projectsAs(memberships, 'customer'),
        worksOn: projectsAs(memberships, 'subcontractor'),
      },
    });
  }
}
