import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '@porchlight/platform';
import { v7 } from 'uuid';
import { LinkUrls } from './link-urls';

interface Row {
  id: string;
  project_id: string;
  generation: number;
  key_version: number;
}

/** The one link a signed-in customer has of their own at a project. */
@Injectable()
export class OwnLinks {
  constructor(private readonly urls: LinkUrls) {}

  /** Its address, made if absent; two at once get the same. */
  async urlFor(em: EntityManager, projectId: string, personId: string): Promise<string> {
    await sql(
      em,
      `insert into share_link (id, project_id, kind, label, generation, key_version, person_id, created_at)
       values (?, ?, 'customer', 'Customer’s own link', 1, ?, ?, now())
       on conflict (project_id, person_id) where kind = 'customer' and revoked_at is null do nothing`,
      [v7(), projectId, this.urls.newestKeyVersion, personId],
    );
    const [row] = await sql<Row>(
      em,
      `select id, project_id, generation, key_version from share_link
       where project_id = ? and person_id = ? and kind = 'customer' and revoked_at is null`,
      [projectId, personId],
    );
    if (!row) throw new Error("a customer's own link vanished while it was made");
    return this.urls.of({
      id: row.id,
      projectId: row.project_id,
      generation: row.generation,
      keyVersion: row.key_version,
    });
  }

  /** A customer's own link dies with their membership, for good. */
  async endOutside(em: EntityManager, personId: string, customerOf: readonly string[]): Promise<void> {
    await sql(
      em,
      `update share_link set revoked_at = now()
       where person_id = ? and revoked_at is null and not project_id = any(array[?]::uuid[])`,
      [personId, customerOf],
    );
  }
}
