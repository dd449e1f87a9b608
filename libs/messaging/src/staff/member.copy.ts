import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, membershipChangedV1 } from '@porchlight/contracts';
import { Member, partsOf } from './member.entity';

/** Keeps a service's copy of who belongs where. */
@Injectable()
export class MemberCopy {
  /** The caller has made sure that `version` is newer than what is stored. */
  async store(em: EntityManager, version: number, data: DataOf<typeof membershipChangedV1>): Promise<void> {
    await em.upsert(Member, { personId: data.personId, version, name: data.name, parts: partsOf(data.memberships) });
  }
}
