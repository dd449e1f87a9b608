import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Hints } from '@porchlight/platform';
import { type News, Notice } from './notice.entity';

/** Puts up what the staff of a company should know, and takes it down. */
@Injectable()
export class NoticeBoard {
  constructor(private readonly hints: Hints) {}

  /** In the transaction of what happened; once, however often it is told. */
  async tell(em: EntityManager, companyId: string, news: News): Promise<void> {
    const { kind, reference, generation } = news;
    if ((await em.count(Notice, { kind, reference, generation })) > 0) return;
    const notice = Notice.of(companyId, news);
    em.persist(notice);
    await this.hints.tell(em, companyId, { type: 'notice', id: notice.id });
  }

  /** In the transaction that hears of a lead's end: nobody reads of it any more. */
  async takeDown(em: EntityManager, companyId: string, leadId: string): Promise<void> {
    for (const notice of await em.find(Notice, { companyId, leadId })) {
      em.remove(notice);
      await this.hints.tell(em, companyId, { type: 'notice', id: notice.id });
    }
  }
}
