import { changeSchema } from './change';
import { defineEvent } from './define';

export const noteChangedV1 = defineEvent({
  type: 'projects.note.changed.v1',
  kind: 'occurrence',
  producer: 'projects',
  stream: 'PROJECTS',
  consumers: [],
  summary: 'A private note was written, updated or deleted.',
  schema: changeSchema,
});
