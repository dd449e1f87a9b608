import { changeSchema } from './change';
import { defineEvent } from './define';

export const taskChangedV1 = defineEvent({
  type: 'projects.task.changed.v1',
  kind: 'occurrence',
  producer: 'projects',
  stream: 'PROJECTS',
  consumers: [],
  summary: 'A task was created, updated or deleted.',
  schema: changeSchema,
});
