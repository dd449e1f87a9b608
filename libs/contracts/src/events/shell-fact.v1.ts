import { portalShellV1Schema } from '../portal/shell';
import { defineEvent } from './define';

export const shellFactV1 = defineEvent({
  type: 'portal.fact.shell.v1',
  kind: 'state',
  producer: 'leads',
  stream: 'PORTAL',
  consumers: ['portal-gateway'],
  summary: "Brand, public contact or welcome message of a project's portal changed; the whole shell.",
  schema: portalShellV1Schema,
});
