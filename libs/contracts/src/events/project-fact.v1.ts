import { portalProjectV1Schema } from '../portal/project';
import { defineEvent } from './define';

export const projectFactV1 = defineEvent({
  type: 'portal.fact.project.v1',
  kind: 'state',
  producer: 'projects',
  stream: 'PORTAL',
  consumers: ['portal-gateway'],
  summary: 'The public view of a project changed; the whole of it. `aggregateVersion` is the public version.',
  schema: portalProjectV1Schema,
});
