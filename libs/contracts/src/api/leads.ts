import { z } from 'zod';
import {
  companyColorsSchema,
  dateSchema,
  emailSchema,
  idSchema,
  instantSchema,
  lineOfText,
  linesOfText,
  moneySchema,
  pageOf,
} from '../values';
import { leadStageSchema } from '../words';

export const contactInputSchema = z.strictObject({
  name: lineOfText(120),
  email: emailSchema.nullable().optional(),
  phone: lineOfText(40).nullable().optional(),
  primary: z.boolean().optional(),
});
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
export const clientSchema = z.object({
  id: idSchema,
  version: z.int(),
  name: z.string(),
  contacts: z.array(contactSchema),
});
export type Client = z.infer<typeof clientSchema>;
export const clientListSchema = pageOf(clientSchema);

const leadFields = {
  siteAddress: lineOfText(300).nullable(),
  projectType: lineOfText(120),
  source: lineOfText(120).nullable(),
  stage: leadStageSchema,
  lostReason: lineOfText(300).nullable(),
  estimatedValue: moneySchema.nullable(),
  nextStep: lineOfText(300).nullable(),
  nextStepOn: dateSchema.nullable(),
  notes: linesOfText(10_000).nullable(),
};

/** With an existing client by `clientId`, or a new one in `client`: exactly one of the two. */
export const createLeadSchema = z
  .strictObject({ ...leadFields, clientId: idSchema, client: createClientSchema })
  .partial()
  .required({ projectType: true })
  .refine((lead) => !lead.clientId !== !lead.client, {
    path: ['client'],
    message: 'give either a client or the id of one',
  });
export type CreateLead = z.infer<typeof createLeadSchema>;

export const changeLeadSchema = z.strictObject(leadFields).partial();
export type ChangeLead = z.infer<typeof changeLeadSchema>;

export const publishedPortalSchema = z.object({
  projectId: idSchema,
  name: z.string(),
  welcomeMessage: z.string(),
  publishedAt: instantSchema,
});

export const leadSchema = z.object({
  id: idSchema,
  companyId: idSchema,
  version: z.int(),
  client: clientSchema,
  siteAddress: z.string().nullable(),
  projectType: z.string(),
  source: z.string().nullable(),
  stage: leadStageSchema,
  lostReason: z.string().nullable(),
  estimatedValue: moneySchema.nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: dateSchema.nullable(),
  notes: z.string().nullable(),
  /** Null until Publish Project. */
  portal: publishedPortalSchema.nullable(),
  /** What the publish form starts with: `{client} – {project type}` and the default message. */
  publishDefaults: z.object({ name: z.string(), welcomeMessage: z.string() }),
  createdAt: instantSchema,
});
export type Lead = z.infer<typeof leadSchema>;
export const leadListSchema = pageOf(leadSchema);

export const publishSchema = z.strictObject({ name: lineOfText(160), welcomeMessage: linesOfText(2000) });
export type Publish = z.infer<typeof publishSchema>;
export const publishedSchema = z.object({ portal: publishedPortalSchema });

export const portalSettingsSchema = z.object({ projectId: idSchema, version: z.int(), welcomeMessage: z.string() });
/** `If-Match` with the portal's version. */
export const changePortalSettingsSchema = z.strictObject({ welcomeMessage: linesOfText(2000) }).partial();

export const brandSchema = z.object({ version: z.int(), colors: companyColorsSchema });
/** `If-Match` with the brand's version. */
export const changeBrandSchema = z.strictObject({ colors: companyColorsSchema.strict() });
