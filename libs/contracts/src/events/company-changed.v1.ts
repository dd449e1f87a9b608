import { z } from 'zod';
import { currencySchema, dateSchema, idSchema, localeSchema, publicContactSchema, timeZoneSchema } from '../values';
import { defineEvent } from './define';

export const companyChangedV1 = defineEvent({
  type: 'identity.company.changed.v1',
  kind: 'state',
  producer: 'identity',
  stream: 'IDENTITY',
  consumers: ['projects', 'leads'],
  summary: 'A company was registered or its settings changed; the whole of its settings.',
  schema: z.object({
    companyId: idSchema,
    name: z.string(),
    timeZone: timeZoneSchema,
    locale: localeSchema,
    currency: currencySchema,
    /** ISO weekdays on which work is planned: 1 Monday … 7 Sunday. */
    workingDays: z.array(z.int().min(1).max(7)).min(1),
    holidays: z.array(dateSchema),
    /** From how many days before the deadline the days badge is amber. */
    amberDays: z.int().min(0).max(365),
    contact: publicContactSchema,
  }),
});
