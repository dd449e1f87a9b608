import { defineEntity, p } from '@mikro-orm/postgresql';
import { activitySchema } from '@porchlight/contracts';
import type { FieldChange } from '@porchlight/platform';

const { subject, action } = activitySchema.shape;

const ActivitySchema = defineEntity({
  name: 'Activity',
  tableName: 'activity',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    projectId: p.uuid(),
    at: p.datetime(),
    actorName: p.text(),
    subject: p.enum(subject.options),
    subjectId: p.uuid(),
    subjectName: p.text(),
    action: p.enum(action.options),
    changes: p.json<FieldChange[]>(),
  },
});

/** Who changed what, when, from what to what. */
export class Activity extends ActivitySchema.class {}
ActivitySchema.setClass(Activity);
