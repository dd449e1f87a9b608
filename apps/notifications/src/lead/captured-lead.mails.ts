import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CONFIG, oneAtATime, sql } from '@porchlight/platform';
import type { Config } from '../config';
import { MailDesk } from '../mail/mail.desk';
import type { Mail } from '../mail/mail.entity';

const kind = 'lead_captured';

/** Who is mailed of a lead that came in by itself. */
@Injectable()
export class CapturedLeadMails {
  constructor(
    private readonly desk: MailDesk,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * A mail for everybody on the staff; none once the company's leads of the last hour have had as many mails as
   * `LEAD_MAILS_PER_HOUR` allows, so that a flooded form floods no mailbox. The bell tells of every one.
   */
  async order(em: EntityManager, companyId: string, leadId: string): Promise<Mail[]> {
    await oneAtATime(em, `lead mails ${companyId}`);
    if ((await mailedWithinTheHour(em, companyId)) >= this.config.LEAD_MAILS_PER_HOUR) return [];
    const mails: Mail[] = [];
    for (const recipient of await staffOf(em, companyId)) {
      const mail = await this.desk.take(em, companyId, { kind, reference: leadId, generation: 1, recipient });
      if (mail) mails.push(mail);
    }
    return mails;
  }
}

/** How many leads were. */
const mailedWithinTheHour = async (em: EntityManager, companyId: string): Promise<number> => {
  const [counted] = await sql<{ leads: number }>(
    em,
    `select count(distinct reference)::int as leads from mail
     where company_id = ? and kind = ? and created_at > now() - interval '1 hour'`,
    [companyId, kind],
  );
  return counted?.leads ?? 0;
};

const staffOf = async (em: EntityManager, companyId: string): Promise<string[]> => {
  const part = (role: string) => JSON.stringify([{ companyId, projectId: null, role }]);
  const members = await sql<{ person_id: string }>(
    em,
    `select person_id from member where parts @> ?::jsonb or parts @> ?::jsonb order by person_id`,
    [part('owner'), part('manager')],
  );
  // Whoever began the company is on its staff: that they are not known yet is a passing fault.
  if (members.length === 0) throw new Error('the staff of a company is not known yet');
  return members.map(({ person_id }) => person_id);
};
