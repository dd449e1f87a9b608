import { apply, max, min, required, schema, validate } from '@angular/forms/signals';
import type { ChangeCompany, Company } from '@porchlight/contracts';
import { contactDraft, type ContactDraft, contactRules, typedContact } from './contact-fields';

/** The settings of a company as the form holds them. */
export interface CompanyDraft {
  name: string;
  contact: ContactDraft;
  amberDays: number | null;
  timeZone: string;
  locale: Company['locale'];
  workingDays: readonly number[];
  holidays: readonly string[];
}

export const companyDraft = (company: Company): CompanyDraft => ({
  name: company.name,
  contact: contactDraft(company.contact),
  amberDays: company.amberDays,
  timeZone: company.timeZone,
  locale: company.locale,
  workingDays: company.workingDays,
  holidays: company.holidays,
});

export const companyRules = schema<CompanyDraft>((path) => {
  required(path.name, { message: 'Enter the name of your company' });
  apply(path.contact, contactRules);
  required(path.amberDays, { message: 'Enter a number of days' });
  min(path.amberDays, 0, { message: 'Enter 0 or more' });
  max(path.amberDays, 365, { message: 'Enter 365 or less' });
  validate(path.workingDays, ({ value }) =>
    value().length === 0 ? { kind: 'required', message: 'Choose at least one day' } : null,
  );
});

export const wantedOf = (draft: CompanyDraft): ChangeCompany => ({
  name: draft.name.trim(),
  contact: typedContact(draft.contact),
  amberDays: draft.amberDays ?? 14,
  timeZone: draft.timeZone,
  locale: draft.locale,
  workingDays: [...draft.workingDays],
  holidays: [...draft.holidays],
});
