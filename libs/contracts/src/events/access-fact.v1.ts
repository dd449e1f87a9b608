import { z } from 'zod';
import { idSchema } from '../values';
import { defineEvent } from './define';

export const accessFactV1 = defineEvent({
  type: 'portal.fact.access.v1',
  kind: 'state',
  producer: 'identity',
  stream: 'PORTAL',
  consumers: ['portal-gateway'],
  summary:
    'Which portals a person may open: as staff of companies, as customer of projects. The aggregate is the person.',
  schema: z.object({
    personId: idSchema,
    staffOf: z.array(idSchema),
    customerOf: z.array(idSchema),
    /** Projects of which the person is a subcontractor: opens no portal, tells a 403 from a 404. */
    worksOn: z.array(idSchema),
  }),
});
