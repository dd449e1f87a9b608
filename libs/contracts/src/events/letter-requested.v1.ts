import { z } from 'zod';
import { idSchema, localeSchema } from '../values';
import { letterKindSchema } from '../words';
import { defineEvent } from './define';

export const letterRequestedV1 = defineEvent({
  type: 'identity.letter.requested.v1',
  kind: 'occurrence',
  producer: 'identity',
  stream: 'IDENTITY',
  consumers: ['notifications'],
  summary:
    'A mail about an account is due. It says neither to whom nor whether anybody has such an account: notifications asks identity at send time.',
  schema: z.object({
    kind: letterKindSchema,
    /** What it is about: the request behind a reset or confirmation, or the person. */
    reference: idSchema,
    /** Tells letters of one kind about one thing apart. */
    generation: z.int().positive(),
    /** Of the page on which it was asked for, and so of the mail; the company's where it is not given. */
    language: localeSchema.optional(),
  }),
});
