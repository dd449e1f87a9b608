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
    /** False from a change of the calendar until the last plan was laid out by it. */
    plansFollow: p.boolean(),
  },
});

/** The copy of what a company set up at identity, as far as projects need it. */
export class Company extends CompanySchema.class {
  get calendar(): WorkingCalendar {
    return new WorkingCalendar(this.workingDays, this.holidays);
  }

  /** Whether the same days are worked. */
  worksLike(other: Pick<Company, 'workingDays' | 'holidays'>): boolean {
    return sameDays(this.workingDays, other.workingDays) && sameDays(this.holidays, other.holidays);
  }
}
CompanySchema.setClass(Company);

const sameDays = (some: readonly (number | string)[], others: readonly (number | string)[]): boolean => {
  const [one, other] = [new Set(some), new Set(others)];
  return one.size === other.size && [...one].every((day) => other.has(day));
};
