import { Injectable } from '@nestjs/common';
import { idSchema, type Activity as ActivityReply } from '@porchlight/contracts';
import { afterCursor, type Caller, pageOfRows } from '@porchlight/platform';
import { z } from 'zod';
import { newestFirst, olderThan } from '../project/newest-first';
import { ProjectAccess } from '../project/project-access';
import { Activity } from './activity.entity';

const cursorSchema = z.tuple([z.iso.datetime(), idSchema]);

@Injectable()
export class ActivityService {
  constructor(private readonly access: ProjectAccess) {}

  /** Newest first. */
  list(caller: Caller, projectId: string, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
    return this.access.read(caller, projectId, 'activity.read', async ({ em }) => {
      const after = afterCursor(cursorSchema, cursor);
      const where = { projectId, ...(after && { $or: olderThan(after) }) };
      const found = await em.find(Activity, where, { orderBy: newestFirst, limit: limit + 1 });
      const { rows, nextCursor } = pageOfRows(found, limit, (row) => [row.at.toISOString(), row.id]);
      return { items: rows.map(activityReply), nextCursor };
    });
  }
}

const activityReply = (row: Activity): ActivityReply => ({
  id: row.id,
  at: row.at.toISOString(),
  actor: row.actorName,
  subject: row.subject,
  subjectId: row.subjectId,
  subjectName: row.subjectName,
  action: row.action,
  changes: row.changes.map(({ field, from, to }) => ({ field, from, to })),
});
