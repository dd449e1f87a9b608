import { z } from 'zod';
import { idSchema } from '../values';
import { defineEvent } from './define';

export const leadCapturedV1 = defineEvent({
  type: 'leads.lead.captured.v1',
  kind: 'occurrence',
  producer: 'leads',
  stream: 'LEADS',
  consumers: ['notifications'],
  summary: 'Somebody sent the public form: notifications tells the staff, asking leads for the words of the mail.',
  schema: z.object({ leadId: idSchema, companyId: idSchema, clientName: z.string(), projectType: z.string() }),
});
