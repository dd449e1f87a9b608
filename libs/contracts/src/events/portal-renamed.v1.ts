import { z } from 'zod';
import { idSchema } from '../values';
import { defineEvent } from './define';

export const portalRenamedV1 = defineEvent({
  type: 'leads.portal.renamed.v1',
  kind: 'occurrence',
  producer: 'leads',
  stream: 'LEADS',
  consumers: ['projects'],
  summary: 'A published portal was given another name: projects names the project so. The aggregate is the project.',
  schema: z.object({ projectId: idSchema, companyId: idSchema, name: z.string(), actor: z.string() }),
});
