import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '@porchlight/platform';
import { v4 } from 'uuid';

/** What a signed-in viewer's cookie names: this person, in this session, at this project. */
@Injectable()
export class PortalSessions {
  /** One row for a session and project, however often it is asked for. Gives its id. */
  async open(em: EntityManager, projectId: string, personId: string, sid: string): Promise<string> {
    const [row] = await sql<{ id: string }>(
      em,
      `insert into portal_session (id, project_id, person_id, sid) values (?, ?, ?, ?)
       on conflict (sid, project_id) do update set sid = excluded.sid returning id`,
      [v4(), projectId, personId, sid],
    );
    if (!row) throw new Error('an upsert gave no row');
    return row.id;
  }

  async end(em: EntityManager, sid: string): Promise<void> {
    await sql(em, 'delete from portal_session where sid = ?', [sid]);
  }
}
