import { defineEntity, p } from '@mikro-orm/postgresql';
import { sectionSchema } from '@porchlight/contracts';

const MilestoneSchema = defineEntity({
  name: 'Milestone',
  tableName: 'milestone',
  properties: {
    id: p.uuid().primary(),
    /** Its id in the portal. */
    portalId: p.uuid(),
    companyId: p.uuid(),
    projectId: p.uuid(),
    version: p.integer(),
    name: p.text(),
    section: p.enum(sectionSchema.options),
    targetDate: p.date(),
    reachedOn: p.date().strictNullable(),
  },
});

/** A date that matters to the customer. */
export class Milestone extends MilestoneSchema.class {
  /** `today` in the project's time zone. */
  stateOn(today: string): 'reached' | 'upcoming' | 'late' {
    if (this.reachedOn !== null) return 'reached';
    return this.targetDate < today ? 'late' : 'upcoming';
  }
}
MilestoneSchema.setClass(Milestone);
