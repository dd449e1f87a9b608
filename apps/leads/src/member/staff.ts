import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { membershipChangedV1 } from '@porchlight/contracts';
import { type Caller, problems, Transactions } from '@porchlight/platform';
import { CopyBehind, FreshCopies } from './fresh-copies';
import { Member, type StaffRole } from './member.entity';

/** Work of a member of staff, inside the transaction of one of their companies. */
export type StaffWork<T> = (em: EntityManager, staff: StaffRole) => Promise<T>;

/** Lets owners and managers in, and nobody else. Every use case of leads begins here. */
@Injectable()
export class Staff {
  constructor(
    private readonly copies: FreshCopies,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Runs the work in the company asked for, or in the caller's only or first one.
   * 403 for who is staff nowhere, 404 for a company that is not theirs.
   */
  inCompany<T>(caller: Caller, companyId: string | undefined, work: StaffWork<T>): Promise<T> {
    return this.asStaff(caller, async (em, staffOf) => {
      const staff = companyId === undefined ? staffOf[0] : staffOf.find((one) => one.companyId === companyId);
      if (!staff) throw problems.notFound('company');
      await this.transactions.enter(em, { companyId: staff.companyId });
      return work(em, staff);
    });
  }

  /** Runs the work in whichever of the caller's companies `find` finds something; throws `missing` when in none. */
  whereFound<Found, T>(
    caller: Caller,
    missing: Error,
    find: (em: EntityManager, staff: StaffRole) => Promise<Found | null>,
    work: (em: EntityManager, found: Found, staff: StaffRole) => Promise<T>,
  ): Promise<T> {
    return this.asStaff(caller, async (em, staffOf) => {
      for (const staff of staffOf) {
        await this.transactions.enter(em, { companyId: staff.companyId });
        const found = await find(em, staff);
        if (found) return work(em, found, staff);
      }
      throw missing;
    });
  }

  private asStaff<T>(caller: Caller, work: (em: EntityManager, staffOf: StaffRole[]) => Promise<T>): Promise<T> {
    return this.copies.run({ personId: caller.personId }, async (em) => {
      const member = await em.findOne(Member, caller.personId);
      if (!member || member.version < caller.membershipVersion || member.staffOf.length === 0)
        throw new CopyBehind(membershipChangedV1, caller.personId, problems.forbidden());
      return work(em, member.staffOf);
    });
  }
}
