import { changeSchema } from './change';
import { defineEvent } from './define';

export const fileChangedV1 = defineEvent({
  type: 'projects.file.changed.v1',
  kind: 'occurrence',
  producer: 'projects',
  stream: 'PROJECTS',
  consumers: [],
  summary: 'A photo or document of a project was added, named, shared, unshared or removed.',
  schema: changeSchema,
});
