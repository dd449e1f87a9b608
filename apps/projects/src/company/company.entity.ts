import { defineEntity, p } from '@mikro-orm/postgresql';
import { WorkingCalendar } from '../business-days/working-calendar';

const CompanySchema = defineEntity({
  name: 'Company',
  tableName: 'company',
  properties: {
    id: p.uuid().primary(),
    timeZone: p.text(),
    currency: p.text(),
    workingDays: p.json<number[]>(),
    holidays: p.json<string[]>(),
  },
});

/** The copy of what a company set up at identity, as far as projects need it. */
export class Company extends CompanySchema.class {
  get calendar(): WorkingCalendar {
    return new WorkingCalendar(this.workingDays, this.holidays);
  }
}
CompanySchema.setClass(Company);
