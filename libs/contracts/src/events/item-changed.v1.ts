import { changeSchema } from './change';
import { defineEvent } from './define';

export const itemChangedV1 = defineEvent({
  type: 'projects.item.changed.v1',
  kind: 'occurrence',
  producer: 'projects',
  stream: 'PROJECTS',
  consumers: [],
  summary: 'A customer item was created, updated or deleted.',
  schema: changeSchema,
});
