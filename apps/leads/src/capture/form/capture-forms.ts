import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { sql } from '@porchlight/platform';
import type { Company } from '../../company/company.entity';
import { defaultForm } from './capture-form.defaults';
import { CaptureForm } from './capture-form.entity';
import { numbered, slugKey, slugOf } from './slug';

/** The company's form, held against other writers; made at first sight. */
export const holdForm = async (em: EntityManager, company: Company): Promise<CaptureForm> => {
  for (;;) {
    const form = await em.findOne(CaptureForm, company.companyId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (form) return form;
    await makeForm(em, company);
  }
};

/** Tries one address after the other. Others' forms are out of sight here: only the attempt tells what is taken. */
const makeForm = async (em: EntityManager, company: Company): Promise<void> => {
  const wanted = slugOf(company.name);
  for (let turn = 1; ; turn += 1) {
    if (await insert(em, company.companyId, numbered(wanted, turn))) return;
    if ((await em.count(CaptureForm, company.companyId)) > 0) return;
  }
};

const insert = async (em: EntityManager, companyId: string, slug: string): Promise<boolean> => {
  const { enabled, heading, introduction, thanks, projectTypes, fields, questions } = defaultForm;
  const made = await sql(
    em,
    `insert into capture_form (company_id, version, slug, slug_key, enabled, heading, introduction, thanks,
                               project_types, fields, questions)
     values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning company_id`,
    [
      companyId,
      slug,
      slugKey(slug),
      enabled,
      heading,
      introduction,
      thanks,
      JSON.stringify(projectTypes),
      JSON.stringify(fields),
      JSON.stringify(questions),
    ],
  );
  return made.length === 1;
};
