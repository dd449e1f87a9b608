import { z } from 'zod';
import { idSchema } from '../values';
import { defineEvent } from './define';

export const leadDeletedV1 = defineEvent({
  type: 'leads.lead.deleted.v1',
  kind: 'occurrence',
  producer: 'leads',
  stream: 'LEADS',
  consumers: ['notifications'],
  summary: 'A lead was deleted for good: notifications takes down what the bell said of it. The aggregate is the lead.',
  schema: z.object({ leadId: idSchema, companyId: idSchema }),
});
