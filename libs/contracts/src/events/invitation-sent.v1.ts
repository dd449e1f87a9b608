import { z } from 'zod';
import { idSchema, localeSchema } from '../values';
import { defineEvent } from './define';

export const invitationSentV1 = defineEvent({
  type: 'identity.invitation.sent.v1',
  kind: 'occurrence',
  producer: 'identity',
  stream: 'IDENTITY',
  consumers: ['notifications'],
  summary:
    'An invitation was sent or sent again: notifications mails it, asking identity for text and link at that moment.',
  schema: z.object({
    invitationId: idSchema,
    /** Rises with each resend; a mail for an older generation is not sent. */
    generation: z.int().positive(),
    /** Of the page on which its reader last did something; the company's where it is not given. */
    language: localeSchema.optional(),
  }),
});
