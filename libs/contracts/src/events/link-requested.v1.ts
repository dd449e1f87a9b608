import { z } from 'zod';
import { idSchema, instantSchema, localeSchema } from '../values';
import { defineEvent } from './define';

/** What comes of it: a mail with the link or with where to sign in, or only a word to the builder. */
export const linkRequestOutcomeSchema = z.enum(['link', 'renewed_link', 'sign_in', 'revoked', 'removed', 'unmailed']);
export type LinkRequestOutcome = z.infer<typeof linkRequestOutcomeSchema>;

export const linkRequestedV1 = defineEvent({
  type: 'identity.link.requested.v1',
  kind: 'occurrence',
  producer: 'identity',
  stream: 'IDENTITY',
  consumers: ['notifications'],
  summary:
    'Somebody whom the builder knows asked for a new way into a portal. It carries neither address nor link: notifications asks for both at send time.',
  schema: z.object({
    companyId: idSchema,
    projectId: idSchema,
    projectName: z.string(),
    outcome: linkRequestOutcomeSchema,
    /** The link, or the membership of who signs in or was removed. */
    reference: idSchema,
    /** The link's label or the person's name, for the builder. */
    who: z.string(),
    /** Of the link: one that was rotated meanwhile is mailed anew. */
    generation: z.int().nonnegative().optional(),
    askedAt: instantSchema,
    /** Of the page on which it was asked for, and so of the mail; the company's where it is not given. */
    language: localeSchema.optional(),
  }),
});
