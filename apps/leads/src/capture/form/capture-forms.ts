import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { sql } from '@porchlight/platform';
import type { Company } from '../../company/company.entity';
import { defaultForm } from './capture-form.defaults';
import { CaptureForm } from './capture-form.entity';
import { bindAddress } from './capture-addresses';
import { numbered, slugOf } from './slug';

/** The company's form, held against other writers; made at first sight. */
export const holdForm = async (em: EntityManager, company: Company): Promise<CaptureForm> => {
  for (;;) {
    const form = await em.findOne(CaptureForm, company.companyId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (form) return form;
    await makeForm(em, company);
  }
};

/** Tries one address after the other, until one is the company's. */
const makeForm = async (em: EntityManager, company: Company): Promise<void> => {
  const wanted = slugOf(company.name);
  for (let turn = 1; ; turn += 1) {
    const slug = numbered(wanted, turn);
    if (await bindAddress(em, company.companyId, slug)) return insert(em, company.companyId, slug);
  }
};

const insert = async (em: EntityManager, companyId: string, slug: string): Promise<void> => {
  const { enabled, heading, introduction, thanks, projectTypes, fields, questions } = defaultForm;
  await sql(
    em,
    `insert into capture_form (company_id, version, slug, enabled, heading, introduction, thanks,
                               project_types, fields, questions)
     values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    [
      companyId,
      slug,
      enabled,
      heading,
      introduction,
      thanks,
      JSON.stringify(projectTypes),
      JSON.stringify(fields),
      JSON.stringify(questions),
    ],
  );
};
