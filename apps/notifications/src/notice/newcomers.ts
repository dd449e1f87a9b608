import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { DataOf, membershipChangedV1 } from '@porchlight/contracts';
import { Member, type Part } from '@porchlight/messaging';
import { markOld } from './notice-seen';

/** Spares who is new on a company's staff the news of the time before. */
@Injectable()
export class Newcomers {
  /** Before the copy of their memberships is stored; `since` is when these began to hold. */
  async welcome(
    em: EntityManager,
    since: Date,
    { personId, memberships }: DataOf<typeof membershipChangedV1>,
  ): Promise<void> {
    const known = await em.findOne(Member, { personId }, { disableIdentityMap: true });
    const before = staffIn(known?.parts ?? []);
    for (const companyId of staffIn(memberships))
      if (!before.includes(companyId)) await markOld(em, personId, companyId, since);
  }
}

const staffIn = (parts: readonly Pick<Part, 'companyId' | 'projectId'>[]): string[] =>
  parts.filter(({ projectId }) => projectId === null).map(({ companyId }) => companyId);
