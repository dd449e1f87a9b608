import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { may, type Action } from '@porchlight/contracts';
import { problems, Transactions, type Caller } from '@porchlight/platform';
import { Membership, type Place } from './membership.entity';

/** Says what a caller may do, from identity's own memberships and the policy; the default grants nothing. */
@Injectable()
export class Authority {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Runs `work` in the company's scope if the policy lets the caller do `action` there, as staff.
   * Throws 404 where the caller has no part in the project, or in the company where it is about no project, as if `what`
   * did not exist; 403 where they may not do this.
   */
  allow<T>(
    caller: Caller,
    { companyId, projectId: about }: Place,
    action: Action,
    what: string,
    work: (em: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.transactions.run({ personId: caller.personId }, async (em) => {
      const own = await em.find(Membership, { personId: caller.personId, companyId, removedAt: null });
      const here = own.filter(({ projectId }) => about === null || projectId === null || projectId === about);
      if (here.length === 0) throw problems.notFound(what);
      if (!asStaff(here, action)) throw problems.forbidden();
      await this.transactions.enter(em, { companyId });
      return work(em);
    });
  }

  /** Whether somebody who is no caller may do `action` now, as staff of the company in whose scope the transaction stands. */
  async lets(em: EntityManager, personId: string, companyId: string, action: Action): Promise<boolean> {
    return asStaff(await em.find(Membership, { personId, companyId, removedAt: null }), action);
  }
}

const asStaff = (parts: readonly Membership[], action: Action): boolean =>
  parts.some(({ projectId, role }) => projectId === null && may(role, action));
