import { z } from 'zod';
import { portalUpdateSchema } from '../portal/project';
import { dateSchema, emailSchema, idSchema, instantSchema, lineOfText, localeSchema, pageOf } from '../values';

export const createLinkSchema = z.strictObject({
  /** Who it is for, e.g. "Anna & Ben". */
  label: lineOfText(120),
  /** Where a rotated or run-out link may be mailed anew. */
  email: emailSchema.optional(),
  /** The last day it works, in the project's time zone. */
  endsOn: dateSchema.optional(),
});
export type CreateLink = z.infer<typeof createLinkSchema>;

export const linkSchema = z.object({
  id: idSchema,
  label: z.string(),
  url: z.string(),
  email: z.string().nullable(),
  endsOn: dateSchema.nullable(),
  /** `builder`: a named link; `customer`: made by Share of a signed-in customer. */
  kind: z.enum(['builder', 'customer']),
  status: z.enum(['active', 'revoked', 'expired']),
  createdAt: instantSchema,
  lastOpenedAt: instantSchema.nullable(),
  /** When the newest mail with it came back; null where none did, or it was mailed again since. */
  undeliveredAt: instantSchema.nullable().optional(),
});
export type Link = z.infer<typeof linkSchema>;
export const linkListSchema = pageOf(linkSchema);

export const sharedLinkSchema = z.object({ url: z.string() });
export const linkRequestSchema = z.strictObject({
  email: emailSchema,
  /** The language of the page it is asked for on, and so of the mail; the company's where it is not given. */
  language: localeSchema.optional(),
});
/** All updates that were written for the customer, newest first. */
export const portalUpdatesSchema = z.object({ items: z.array(portalUpdateSchema) });
/** `pending`: some replica has not acknowledged yet; it is retried until it has. */
export const revokedLinkSchema = z.object({ id: idSchema, status: z.enum(['revoked', 'pending']) });
/** Answer of `POST …/sessions`: the cookie is set; go to the portal. */
export const portalSessionSchema = z.object({ url: z.string(), viewer: z.enum(['customer', 'builder']) });
