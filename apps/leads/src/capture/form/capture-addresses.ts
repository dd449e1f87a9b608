import type { EntityManager } from '@mikro-orm/postgresql';
import { problems, sql } from '@porchlight/platform';
import { slugKey } from './slug';

/** What a company may bind to itself by moving about. */
const mostOfCompany = 20;

const tooMany = () =>
  problems.conflict(
    'too_many_slugs',
    `This form has had ${mostOfCompany} addresses, and keeps them: take one of those.`,
  );

/**
 * Makes an address the company's for good: links to it are printed, and must never lead to somebody else. True when it
 * is, false when it is another's. Others' addresses are out of sight: only the attempt tells.
 */
export const bindAddress = async (em: EntityManager, companyId: string, slug: string): Promise<boolean> => {
  const isNew = await sql(
    em,
    'insert into capture_address (slug_key, slug, company_id) values (?, ?, ?) on conflict do nothing returning slug',
    [slugKey(slug), slug, companyId],
  );
  const own = await sql<{ slug: string }>(em, 'select slug from capture_address where company_id = ?', [companyId]);
  if (isNew.length > 0 && own.length > mostOfCompany) throw tooMany();
  return own.some((address) => address.slug === slug);
};

/** Whose form an address leads to, be it of now or of before; to be asked with the address as capability. */
export const companyAt = async (em: EntityManager, slug: string): Promise<string | null> => {
  const [bound] = await sql<{ companyId: string }>(
    em,
    'select company_id as "companyId" from capture_address where slug_key = ?',
    [slugKey(slug)],
  );
  return bound?.companyId ?? null;
};
