import { z } from 'zod';
import { idSchema } from '../values';
import { defineEvent } from './define';

export const leadConvertedV1 = defineEvent({
  type: 'leads.lead.converted.v1',
  kind: 'occurrence',
  producer: 'leads',
  stream: 'LEADS',
  consumers: ['projects'],
  summary: 'A won lead became the running project: projects makes it active. The aggregate is the project.',
  schema: z.object({ projectId: idSchema, companyId: idSchema, leadId: idSchema, actor: z.string() }),
});
