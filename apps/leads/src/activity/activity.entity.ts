import { defineEntity, p } from '@mikro-orm/postgresql';
import type { LeadActivity } from '@porchlight/contracts';
import type { FieldChange } from '@porchlight/platform';

const ActivitySchema = defineEntity({
  name: 'Activity',
  tableName: 'lead_activity',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    leadId: p.uuid(),
    at: p.datetime(),
    actorName: p.text(),
    action: p.text().$type<LeadActivity['action']>(),
    subject: p.text().nullable().strictNullable(),
    changes: p.json<FieldChange[]>(),
  },
});

/** Who did what to a lead, when, from what to what. */
export class Activity extends ActivitySchema.class {}
ActivitySchema.setClass(Activity);
