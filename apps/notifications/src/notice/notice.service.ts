import { Injectable } from '@nestjs/common';
import type { Notice as NoticeReply, NoticeList } from '@porchlight/contracts';
import { Staff } from '@porchlight/messaging';
import { type Caller, problems } from '@porchlight/platform';
import type { NoticePage } from './notice-page';
import { markSeen, seenOf, unseenBy } from './notice-seen';
import { Notice } from './notice.entity';

const noticeReply = (notice: Notice, seen: boolean): NoticeReply => ({
  id: notice.id,
  kind: notice.kind,
  at: notice.at.toISOString(),
  seen,
  subject: notice.subject,
  detail: notice.detail,
  leadId: notice.leadId,
  projectId: notice.projectId,
});

/** What the bell tells each of the staff. */
@Injectable()
export class NoticeService {
  constructor(private readonly staff: Staff) {}

  /** Newest first, each as this person has seen it or not. */
  list(caller: Caller, { companyId: wanted, cursor, limit }: NoticePage): Promise<NoticeList> {
    const { personId } = caller;
    return this.staff.inCompany(caller, wanted, 'notice.read', async (em, { companyId }) => {
      const before = cursor === undefined ? {} : { id: { $lt: cursor } };
      const rows = await em.find(Notice, { companyId, ...before }, { orderBy: { id: 'desc' }, limit: limit + 1 });
      const notices = rows.slice(0, limit);
      const seen = await seenOf(
        em,
        personId,
        notices.map(({ id }) => id),
      );
      return {
        items: notices.map((notice) => noticeReply(notice, seen.has(notice.id))),
        nextCursor: rows.length > limit ? (notices.at(-1)?.id ?? null) : null,
        unseen: await unseenBy(em, personId, companyId),
      };
    });
  }

  /** Everything up to this notice was seen by the caller, and by nobody else for that. */
  see(caller: Caller, upTo: string): Promise<void> {
    return this.staff.whereFound(
      caller,
      'notice.read',
      {
        find: (em, { companyId }) => em.findOne(Notice, { id: upTo, companyId }),
        missing: problems.notFound('notice'),
      },
      (em, notice) => markSeen(em, caller.personId, notice.companyId, notice.id),
    );
  }
}
