import { defineEntity, p } from '@mikro-orm/postgresql';
import type { NoticeKind } from '@porchlight/contracts';
import { v7 } from 'uuid';

const NoticeSchema = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    kind: p.text().$type<NoticeKind>(),
    /** What happened to what: the id of a lead or of an invitation… */
    reference: p.uuid(),
    /** …and which time. */
    generation: p.integer(),
    at: p.datetime(),
    /** Whom or what it is about, in the people's own words… */
    subject: p.text(),
    /** …and what more there is to say. */
    detail: p.text().nullable().strictNullable(),
    leadId: p.uuid().nullable().strictNullable(),
    projectId: p.uuid().nullable().strictNullable(),
  },
});

/** What is told, and by what it is known not to be told twice. */
export type News = Pick<Notice, 'kind' | 'reference' | 'generation' | 'subject'> &
  Partial<Pick<Notice, 'detail' | 'leadId' | 'projectId'>>;

/** One entry under the dashboard's bell, for the staff of a company. */
export class Notice extends NoticeSchema.class {
  static of(companyId: string, news: News): Notice {
    const notice = new Notice();
    notice.id = v7();
    notice.companyId = companyId;
    notice.kind = news.kind;
    notice.reference = news.reference;
    notice.generation = news.generation;
    notice.at = new Date();
    notice.subject = news.subject;
    notice.detail = news.detail ?? null;
    notice.leadId = news.leadId ?? null;
    notice.projectId = news.projectId ?? null;
    return notice;
  }
}
NoticeSchema.setClass(Notice);
