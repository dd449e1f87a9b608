import { defineEntity, p } from '@mikro-orm/postgresql';
import type { companyChangedV1, DataOf, PublicContact } from '@porchlight/contracts';

const CompanySchema = defineEntity({
  name: 'Company',
  tableName: 'company',
  properties: {
    companyId: p.uuid().primary(),
    name: p.text(),
    timeZone: p.text(),
    locale: p.text().$type<DataOf<typeof companyChangedV1>['locale']>(),
    currency: p.text(),
    /** From how many days before the deadline a portal's days badge is amber. */
    amberDays: p.integer(),
    contact: p.json<PublicContact>(),
  },
});

/** Our copy of a company: what its portals and mails show of it. */
export class Company extends CompanySchema.class {}
CompanySchema.setClass(Company);
