import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, membershipChangedV1 } from '@porchlight/contracts';
import { v7 } from 'uuid';
import { Member } from './member.entity';
import { Person } from './person.entity';

/** Keeps the copy of people and their memberships. */
@Injectable()
export class MemberCopies {
  /** Takes over the whole state of one person; messaging has made sure that it is newer. */
  async store(em: EntityManager, version: number, state: DataOf<typeof membershipChangedV1>): Promise<void> {
    await em.upsert(Person, { id: state.personId, membershipVersion: version, name: state.name });
    await em.nativeDelete(Member, { personId: state.personId });
    if (state.memberships.length === 0) return;
    await em.insertMany(
      Member,
      state.memberships.map(({ companyId, projectId, role }) => ({
        id: v7(),
        personId: state.personId,
        companyId,
        projectId,
        role,
      })),
    );
  }
}
