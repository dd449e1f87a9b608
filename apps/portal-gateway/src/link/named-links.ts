import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '@porchlight/platform';

/** The links of a household that end with somebody's membership. */
@Injectable()
export class NamedLinks {
  /** For good; those of other projects are left alone, and a second time changes nothing. */
  async end(em: EntityManager, projectId: string, linkIds: readonly string[]): Promise<void> {
    await sql(
      em,
      `update share_link set revoked_at = now()
       where project_id = ? and id = any(array[?]::uuid[]) and revoked_at is null`,
      [projectId, linkIds],
    );
  }
}
