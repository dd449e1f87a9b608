import { z } from 'zod';
import type { AskDefinition } from './asks';
import { dateSchema, idSchema, instantSchema, localeSchema } from './values';

/** How the link stands that carries the address from which somebody asked for a new one. */
export const askedLinkStateSchema = z.enum(['current', 'ended', 'revoked']);

const linkRequest = {
  question: z.object({
    projectId: idSchema,
    email: z.string(),
    askedAt: instantSchema,
    /** Of the page on which it was asked for. */
    language: localeSchema.optional(),
    /** The project's link with that address, if there is one: of several the one that works, or else the newest. */
    link: z
      .object({
        id: idSchema,
        label: z.string(),
        createdAt: instantSchema,
        generation: z.int(),
        state: askedLinkStateSchema,
      })
      .nullable(),
  }),
  answer: z.object({ noted: z.literal(true) }),
};

/**
 * gateway -> identity: somebody asked for a new way into a portal. The answer is the same whatever comes of it; asked
 * again with the same instant, nothing comes of it a second time.
 */
export const askLinkRequest: AskDefinition<
  z.infer<typeof linkRequest.question>,
  z.infer<typeof linkRequest.answer>
> = Object.freeze({ subject: 'portal.ask.link-request', ...linkRequest });

/** notifications -> one gateway replica (`controlSubjects.portalLinkLetter`): what the mail with a link says. */
export const linkLetterQuestionSchema = z.object({
  linkId: idSchema,
  /** Whether one that ran out is to be good again: only where the builder was told so. */
  renew: z.boolean().default(false),
});
/** Fetched at send time, so that the link is in no event, job or table. */
export const linkLetterSchema = z.discriminatedUnion('sendable', [
  z.object({
    sendable: z.literal(false),
    /** One that ran out while its mail waited, in the words of the builder. */
    ended: z.object({ label: z.string(), projectId: idSchema, projectName: z.string() }).optional(),
  }),
  z.object({
    sendable: z.literal(true),
    /** The link's own address, and never another one. */
    to: z.string(),
    url: z.string(),
    /** What the builder calls it. */
    label: z.string().optional(),
    companyId: idSchema,
    projectId: idSchema,
    projectName: z.string(),
    /** The last day it works. */
    endsOn: dateSchema.nullable(),
  }),
]);
export type LinkLetter = z.infer<typeof linkLetterSchema>;

/** notifications -> one gateway replica (`controlSubjects.portalLinkUndelivered`): the mail with this link came back. */
export const undeliveredLinkSchema = z.object({ linkId: idSchema });
export const undeliveredLinkReplySchema = z.object({ noted: z.literal(true) });

const portalSignIn = {
  question: z.object({ membershipId: idSchema }),
  answer: z.discriminatedUnion('sendable', [
    z.object({ sendable: z.literal(false) }),
    z.object({
      sendable: z.literal(true),
      to: z.string(),
      /** Where to sign in, leading on to the portal: no secret in it. */
      url: z.string(),
      /** Whom and where it is about, for the builder. */
      personName: z.string().optional(),
      projectId: idSchema.optional(),
      companyId: idSchema,
      projectName: z.string(),
    }),
  ]),
};

/** What the mail says that shows a customer where to sign in; not sendable once they are no customer of the project. */
export const askPortalSignIn: AskDefinition<
  z.infer<typeof portalSignIn.question>,
  z.infer<typeof portalSignIn.answer>
> = Object.freeze({ subject: 'identity.ask.portal-sign-in', ...portalSignIn });
