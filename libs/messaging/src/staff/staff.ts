import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { may, membershipChangedV1, type Action } from '@porchlight/contracts';
import { type Caller, type ProblemError, problems, Transactions } from '@porchlight/platform';
import { CopyBehind } from '../copy-behind';
import { FreshCopies } from './fresh-copies';
import { Member, type Part } from './member.entity';

/** The company in whose scope the transaction stands. */
export interface Place {
  readonly companyId: string;
}

/** What a use case is about, and how to find it in a company. */
export interface Sought<Found> {
  readonly find: (em: EntityManager, place: Place) => Promise<Found | null>;
  /** What is thrown when there is nothing: 404, or first the question to whoever may know of it. */
  readonly missing: ProblemError | CopyBehind;
  /** For what belongs to one project: members of other projects are strangers to it. */
  readonly projectId?: string;
}

/** Lets in whom the policy lets in: staff, and nobody else. Every use case of a service for the staff begins here. */
@Injectable()
export class Staff {
  constructor(
    private readonly copies: FreshCopies,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Runs the work in the company asked for, or in the first one where the caller may do `action`.
   * Throws 404 for a company in which they have no part, 403 where they may not do this.
   */
  inCompany<T>(
    caller: Caller,
    companyId: string | undefined,
    action: Action,
    work: (em: EntityManager, place: Place) => Promise<T>,
  ): Promise<T> {
    const stranger = companyId === undefined ? problems.forbidden() : problems.notFound('company');
    return this.asMember(caller, stranger, async (em, parts) => {
      const here = parts.filter((part) => part.companyId === (companyId ?? part.companyId));
      if (here.length === 0) throw stranger;
      const part = here.find(({ role }) => may(role, action));
      if (!part) throw problems.forbidden();
      await this.transactions.enter(em, { companyId: part.companyId });
      return work(em, part);
    });
  }

  /**
   * Runs the work in whichever of the caller's companies what is sought is found.
   * Throws `missing` when in none, 403 where the caller may not do `action`.
   */
  whereFound<Found, T>(
    caller: Caller,
    action: Action,
    { find, missing, projectId }: Sought<Found>,
    work: (em: EntityManager, found: Found, place: Place) => Promise<T>,
  ): Promise<T> {
    const stranger = missing instanceof CopyBehind ? missing.otherwise : missing;
    return this.asMember(caller, stranger, async (em, parts) => {
      const mayKnow = parts.filter(
        (part) => part.projectId === null || part.projectId === (projectId ?? part.projectId),
      );
      for (const companyId of new Set(mayKnow.map((part) => part.companyId))) {
        await this.transactions.enter(em, { companyId });
        const found = await find(em, { companyId });
        if (!found) continue;
        if (!mayKnow.some((part) => part.companyId === companyId && may(part.role, action))) throw problems.forbidden();
        return work(em, found, { companyId });
      }
      throw missing;
    });
  }

  private asMember<T>(
    caller: Caller,
    stranger: ProblemError,
    work: (em: EntityManager, parts: readonly Part[]) => Promise<T>,
  ): Promise<T> {
    return this.copies.run({ personId: caller.personId }, async (em) => {
      const member = await em.findOne(Member, caller.personId);
      if (!member || member.version < caller.membershipVersion || member.parts.length === 0)
        throw new CopyBehind(membershipChangedV1, caller.personId, stranger);
      return work(em, member.parts);
    });
  }
}
