import { changeSchema } from './change';
import { defineEvent } from './define';

export const updateChangedV1 = defineEvent({
  type: 'projects.update.changed.v1',
  kind: 'occurrence',
  producer: 'projects',
  stream: 'PROJECTS',
  consumers: [],
  summary: 'An update for the customer was written or deleted.',
  schema: changeSchema,
});
