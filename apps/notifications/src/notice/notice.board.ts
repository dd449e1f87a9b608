import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type News, Notice } from './notice.entity';

/** Puts up what the staff of a company should know. */
@Injectable()
export class NoticeBoard {
  /** In the transaction of what happened; once, however often it is told. */
  async tell(em: EntityManager, companyId: string, news: News): Promise<void> {
    const { kind, reference, generation } = news;
    if ((await em.count(Notice, { kind, reference, generation })) > 0) return;
    em.persist(Notice.of(companyId, news));
  }
}
