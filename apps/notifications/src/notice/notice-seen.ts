import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '@porchlight/platform';

/** Which of these notices a person has seen. */
export const seenOf = async (
  em: EntityManager,
  personId: string,
  noticeIds: readonly string[],
): Promise<Set<string>> => {
  const rows = await sql<{ notice_id: string }>(
    em,
    `select notice_id from notice_seen where person_id = ? and notice_id = any(string_to_array(?, ',')::uuid[])`,
    [personId, noticeIds.join(',')],
  );
  return new Set(rows.map(({ notice_id }) => notice_id));
};

/** How many notices of a company a person has not seen. */
export const unseenBy = async (em: EntityManager, personId: string, companyId: string): Promise<number> => {
  const [counted] = await sql<{ unseen: number }>(
    em,
    `select count(*)::int as unseen from notice
     where company_id = ? and not exists (select from notice_seen where notice_id = notice.id and person_id = ?)`,
    [companyId, personId],
  );
  return counted?.unseen ?? 0;
};

/** Notes that what was told in a company before a person came is nothing new to them. */
export const markOld = async (em: EntityManager, personId: string, companyId: string, before: Date): Promise<void> => {
  await sql(
    em,
    `insert into notice_seen (notice_id, person_id, company_id)
     select id, ?, company_id from notice where company_id = ? and at < ? order by id on conflict do nothing`,
    [personId, companyId, before],
  );
};

/** Notes that a person has seen every notice of a company up to this one. */
export const markSeen = async (em: EntityManager, personId: string, companyId: string, upTo: string): Promise<void> => {
  await sql(
    em,
    `insert into notice_seen (notice_id, person_id, company_id)
     select id, ?, company_id from notice where company_id = ? and id <= ? order by id on conflict do nothing`,
    [personId, companyId, upTo],
  );
};
