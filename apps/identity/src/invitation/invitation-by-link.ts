import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Transactions } from '@porchlight/platform';
import { InvitationLinks } from './invitation-links';
import { Invitation } from './invitation.entity';
import { linkErrors } from './invitation.errors';

/** `generation`: which sending the link in hand is of. */
type Work<T> = (em: EntityManager, invitation: Invitation, generation: number) => Promise<T>;

/** The invitation that the token of a link names. */
@Injectable()
export class InvitationByLink {
  constructor(
    private readonly transactions: Transactions,
    private readonly links: InvitationLinks,
  ) {}

  /** Runs `work` with the invitation as it is, in the scope of that one row. A token of none is 404. */
  look<T>(token: string, work: Work<T>): Promise<T> {
    return this.find(token, LockMode.NONE, work);
  }

  /** The same, with the row locked until the end. */
  change<T>(token: string, work: Work<T>): Promise<T> {
    return this.find(token, LockMode.PESSIMISTIC_WRITE, work);
  }

  private async find<T>(
    token: string,
    lockMode: LockMode.NONE | LockMode.PESSIMISTIC_WRITE,
    work: Work<T>,
  ): Promise<T> {
    const named = this.links.read(token);
    if (!named) throw linkErrors.unknown();
    return this.transactions.run({ capabilityId: named.id }, async (em) => {
      const invitation = await em.findOne(Invitation, { id: named.id }, { lockMode });
      if (!invitation) throw linkErrors.unknown();
      return work(em, invitation, named.generation);
    });
  }
}
