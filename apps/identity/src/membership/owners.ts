import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { oneAtATime, Transactions } from '@porchlight/platform';
import { memberErrors } from './member.errors';
import { Membership } from './membership.entity';

/** Keeps every company from losing its last owner. */
@Injectable()
export class Owners {
  constructor(private readonly transactions: Transactions) {}

  /**
   * To be called before an owner of the company stops being one, in a transaction that holds the row of that person
   * locked; it is left in the company's scope. With several companies: in the order of their ids. Throws `last_owner`.
   */
  async requireAnother(em: EntityManager, companyId: string, personId: string): Promise<void> {
    // Two owners who remove one another at once: the second waits here, and then finds itself to be the last.
    await oneAtATime(em, `owners ${companyId}`);
    await this.transactions.enter(em, { companyId });
    const role = 'owner';
    const others = { companyId, projectId: null, role, removedAt: null, personId: { $ne: personId } } as const;
    if ((await em.count(Membership, others)) === 0) throw memberErrors.lastOwner();
  }
}
