import { z } from 'zod';
import { idSchema, timeZoneSchema } from '../values';
import { projectStatusSchema } from '../words';
import { defineEvent } from './define';

export const projectChangedV1 = defineEvent({
  type: 'projects.project.changed.v1',
  kind: 'state',
  producer: 'projects',
  stream: 'PROJECTS',
  consumers: ['identity', 'leads'],
  summary: 'A project was created or its head data changed; what other services show of it.',
  schema: z.object({
    projectId: idSchema,
    companyId: idSchema,
    name: z.string(),
    address: z.string().nullable(),
    clientName: z.string().nullable(),
    status: projectStatusSchema,
    timeZone: timeZoneSchema,
  }),
});
