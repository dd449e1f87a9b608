import { z } from 'zod';
import { idSchema } from '../values';
import { defineEvent } from './define';

export const portalPublishedV1 = defineEvent({
  type: 'leads.portal.published.v1',
  kind: 'occurrence',
  producer: 'leads',
  stream: 'LEADS',
  consumers: ['projects'],
  summary:
    "A lead's project was published; projects creates the project under the reserved id. The aggregate is the project.",
  schema: z.object({
    projectId: idSchema,
    companyId: idSchema,
    leadId: idSchema,
    name: z.string(),
    address: z.string().nullable(),
    clientName: z.string().nullable(),
  }),
});
