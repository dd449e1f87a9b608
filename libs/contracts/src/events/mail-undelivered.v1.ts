import { z } from 'zod';
import { idSchema } from '../values';
import { defineEvent } from './define';

export const mailUndeliveredV1 = defineEvent({
  type: 'notifications.mail.undelivered.v1',
  kind: 'occurrence',
  producer: 'notifications',
  stream: 'NOTIFICATIONS',
  consumers: ['leads'],
  summary: 'The mail server refused a mail for good. It names what the mail was about, never the address.',
  schema: z.object({
    companyId: idSchema,
    kind: z.enum(['invitation']),
    /** Of an invitation: its id… */
    reference: idSchema,
    /** …and which sending of it. */
    generation: z.int().positive(),
  }),
});
