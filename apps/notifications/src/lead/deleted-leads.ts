import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { oneAtATime, sql } from '@porchlight/platform';
import { NoticeBoard } from '../notice/notice.board';

/** What was said of a lead goes with it. Its id is kept for a while: the news of it may be told after that of its end. */
@Injectable()
export class DeletedLeads {
  constructor(private readonly board: NoticeBoard) {}

  /** Whoever asks and then tells of the lead does both before its end, or neither. */
  async has(em: EntityManager, companyId: string, leadId: string): Promise<boolean> {
    await oneAtATime(em, `lead ${leadId}`);
    const rows = await sql(em, 'select from deleted_lead where lead_id = ? and company_id = ?', [leadId, companyId]);
    return rows.length > 0;
  }

  async add(em: EntityManager, companyId: string, leadId: string): Promise<void> {
    await oneAtATime(em, `lead ${leadId}`);
    await sql(
      em,
      'insert into deleted_lead (lead_id, company_id, deleted_at) values (?, ?, now()) on conflict do nothing',
      [leadId, companyId],
    );
    await this.board.takeDown(em, companyId, leadId);
  }
}
