import { changeSchema } from './change';
import { defineEvent } from './define';

export const milestoneChangedV1 = defineEvent({
  type: 'projects.milestone.changed.v1',
  kind: 'occurrence',
  producer: 'projects',
  stream: 'PROJECTS',
  consumers: [],
  summary: 'A milestone was created, updated or deleted.',
  schema: changeSchema,
});
