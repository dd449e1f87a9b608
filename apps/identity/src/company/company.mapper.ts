import type { Company as CompanyReply, companyChangedV1, DataOf } from '@porchlight/contracts';
import type { Company } from './company.entity';

export const companyReply = (company: Company): CompanyReply => ({
  id: company.id,
  name: company.name,
  timeZone: company.timeZone,
  locale: company.locale,
  currency: company.currency,
  workingDays: company.workingDays,
  holidays: company.holidays,
  amberDays: company.amberDays,
  contact: company.contact,
  version: company.version,
});

export const companyState = (company: Company): DataOf<typeof companyChangedV1> => ({
  companyId: company.id,
  name: company.name,
  timeZone: company.timeZone,
  locale: company.locale,
  currency: company.currency,
  workingDays: company.workingDays,
  holidays: company.holidays,
  amberDays: company.amberDays,
  contact: company.contact,
});
