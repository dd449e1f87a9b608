import { defineEntity, p } from '@mikro-orm/core';
import type { ChangeCompany, Company as CompanySettings, PublicContact, RegisterCompany } from '@porchlight/contracts';
import { v7 } from 'uuid';

const CompanySchema = defineEntity({
  name: 'Company',
  tableName: 'company',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    name: p.string(),
    timeZone: p.string(),
    locale: p.string().$type<CompanySettings['locale']>(),
    currency: p.string(),
    /** ISO weekdays: 1 Monday … 7 Sunday. */
    workingDays: p.json<number[]>(),
    holidays: p.json<string[]>(),
    amberDays: p.integer(),
    contact: p.json<PublicContact>(),
    createdAt: p.datetime(),
  },
});

/** A building contractor: the tenant. */
export class Company extends CompanySchema.class {
  static register(registration: RegisterCompany, now: Date): Company {
    const company = new Company();
    company.id = v7();
    company.version = 1;
    company.name = registration.companyName;
    company.timeZone = registration.timeZone;
    company.locale = registration.locale;
    company.currency = registration.currency;
    company.workingDays = [1, 2, 3, 4, 5];
    company.holidays = [];
    company.amberDays = 14;
    company.contact = registration.contact ?? {};
    company.createdAt = now;
    return company;
  }

  change(change: ChangeCompany): void {
    this.name = change.name ?? this.name;
    this.timeZone = change.timeZone ?? this.timeZone;
    this.locale = change.locale ?? this.locale;
    this.workingDays = change.workingDays ?? this.workingDays;
    this.holidays = change.holidays ?? this.holidays;
    this.amberDays = change.amberDays ?? this.amberDays;
    this.contact = change.contact ?? this.contact;
    this.version += 1;
  }
}
CompanySchema.setClass(Company);
