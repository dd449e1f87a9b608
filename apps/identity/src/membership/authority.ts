import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Role } from '@porchlight/contracts';
import { problems, Transactions, type Caller } from '@porchlight/platform';
import { Membership } from './membership.entity';

export interface StaffWork {
  /** Which staff may do this; owners and managers unless said otherwise. */
  readonly roles?: readonly Role[];
  /** What is said not to exist to those who have no part in the company: the same as for what does not exist at all. */
  readonly what: string;
}

/** Says what a caller may do, from identity's own memberships; the default grants nothing. */
@Injectable()
export class Authority {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Runs `work` in the company's scope if the caller is staff there with one of the roles.
   * Throws 404 where the caller has no part in the company, 403 where they may not do this.
   */
  asStaff<T>(
    caller: Caller,
    companyId: string,
    { roles = ['owner', 'manager'], what }: StaffWork,
    work: (em: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.transactions.run({ personId: caller.personId }, async (em) => {
      const own = await em.find(Membership, { personId: caller.personId, companyId, removedAt: null });
      if (own.length === 0) throw problems.notFound(what);
      if (!own.some(({ projectId, role }) => projectId === null && roles.includes(role))) throw problems.forbidden();
      await this.transactions.enter(em, { companyId });
      return work(em);
    });
  }
}
