import { Injectable } from '@nestjs/common';
import { idSchema, type LeadActivity } from '@porchlight/contracts';
import { Staff } from '@porchlight/messaging';
import { afterCursor, type Caller, pageOfRows, problems } from '@porchlight/platform';
import { z } from 'zod';
import { findLead } from '../lead/lead.repository';
import { Activity } from './activity.entity';

const cursorSchema = z.tuple([idSchema]);

@Injectable()
export class ActivityService {
  constructor(private readonly staff: Staff) {}

  /** Newest first; ids are UUIDv7 and so in order of time. */
  list(caller: Caller, leadId: string, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
    const sought = { find: findLead(leadId), missing: problems.notFound('lead') };
    return this.staff.whereFound(caller, 'lead.read', sought, async (em) => {
      const after = afterCursor(cursorSchema, cursor);
      const found = await em.find(
        Activity,
        { leadId, ...(after && { id: { $lt: after[0] } }) },
        { orderBy: { id: 'desc' }, limit: limit + 1 },
      );
      const { rows, nextCursor } = pageOfRows(found, limit, ({ id }) => [id]);
      return { items: rows.map(activityReply), nextCursor };
    });
  }
}

const activityReply = (row: Activity): LeadActivity => ({
  id: row.id,
  at: row.at.toISOString(),
  actor: row.actorName,
  action: row.action,
  subject: row.subject,
  changes: row.changes.map(({ field, from, to }) => ({ field, from, to })),
});
