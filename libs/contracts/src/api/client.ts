import { z } from 'zod';
import { emailSchema, idSchema, instantSchema, lineOfText, pageOf, pageQuerySchema } from '../values';
import { contactStateSchema, leadStageSchema } from '../words';

const contactFields = {
  name: lineOfText(120),
  email: emailSchema.nullable(),
  phone: lineOfText(40).nullable(),
};

export const contactInputSchema = z.strictObject({
  name: contactFields.name,
  email: contactFields.email.optional(),
  phone: contactFields.phone.optional(),
  primary: z.boolean().optional(),
});

/** `If-Match` with the client's version. `primary: true` takes it from whoever had it; nobody can give it up otherwise. */
export const changeContactSchema = z.strictObject({ ...contactFields, primary: z.literal(true) }).partial();
export type ChangeContact = z.infer<typeof changeContactSchema>;

export const contactSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  primary: z.boolean(),
});
export type Contact = z.infer<typeof contactSchema>;

export const createClientSchema = z.strictObject({
  name: lineOfText(160),
  contacts: z.array(contactInputSchema).max(20).default([]),
});
/** `If-Match` with the client's version. */
export const changeClientSchema = z.strictObject({ name: lineOfText(160) }).partial();
export type ChangeClient = z.infer<typeof changeClientSchema>;

export const clientSchema = z.object({
  id: idSchema,
  version: z.int(),
  name: z.string(),
  contacts: z.array(contactSchema),
});
export type Client = z.infer<typeof clientSchema>;
export const clientListSchema = pageOf(clientSchema);

/** `q` is looked for in names, e-mail addresses and telephone numbers. */
export const clientQuerySchema = pageQuerySchema.extend({
  cursor: idSchema.optional(),
  companyId: idSchema.optional(),
  q: z.string().trim().max(200).optional(),
});
export type ClientQuery = z.infer<typeof clientQuerySchema>;

/** A client with the work it has asked us for, newest first. */
export const clientPageSchema = clientSchema.extend({
  companyId: idSchema,
  createdAt: instantSchema,
  leads: z.array(
    z.object({
      id: idSchema,
      projectType: z.string(),
      siteAddress: z.string().nullable(),
      stage: leadStageSchema,
      /** Where it is published. */
      projectId: idSchema.nullable(),
      createdAt: instantSchema,
    }),
  ),
});
export type ClientPage = z.infer<typeof clientPageSchema>;

/** A contact of a lead's client, and how far they have come into that lead's portal. */
export const contactAccessSchema = contactSchema.extend({
  state: contactStateSchema,
  /** Of the newest invitation. */
  invitationId: idSchema.nullable(),
  sentAt: instantSchema.nullable(),
  expiresAt: instantSchema.nullable(),
});
export type ContactAccess = z.infer<typeof contactAccessSchema>;
export const contactAccessListSchema = pageOf(contactAccessSchema);
