import { z } from 'zod';
import { problemSchema } from '../problem';
import {
  dateSchema,
  idSchema,
  instantSchema,
  lineOfText,
  linesOfText,
  moneySchema,
  pageOf,
  pageQuerySchema,
} from '../values';
import { contactStateSchema, leadOriginSchema, leadStageSchema } from '../words';
import { clientSchema, createClientSchema } from './client';

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
  /** The person of the staff who looks after it. */
  ownerId: idSchema.nullable(),
};

/** With an existing client by `clientId`, or a new one in `client`: exactly one of the two. Its owner is who adds it, unless said otherwise. */
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
  origin: leadOriginSchema,
  stage: leadStageSchema,
  lostReason: z.string().nullable(),
  estimatedValue: moneySchema.nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: dateSchema.nullable(),
  notes: z.string().nullable(),
  /** `name` is empty where the person is on the staff no more. */
  owner: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** Null until Publish Project. */
  portal: publishedPortalSchema.nullable(),
  /** What the publish form starts with: `{client} – {project type}` and the default message. */
  publishDefaults: z.object({ name: z.string(), welcomeMessage: z.string() }),
  /** A captured lead that nobody has published yet: its contacts can be invited at once, which publishes it. */
  hasShell: z.boolean(),
  /** What the invitation to the portal starts with. */
  inviteDefaults: z.object({ message: z.string() }),
  createdAt: instantSchema,
});
export type Lead = z.infer<typeof leadSchema>;
export const leadListSchema = pageOf(leadSchema);

/** `overdue` before today, `today` up to it (so with what is overdue), `week` up to seven days ahead; open leads only. */
export const leadDueSchema = z.enum(['overdue', 'today', 'week']);
export const leadSortSchema = z.enum(['newest', 'oldest', 'value', 'next_step', 'client']);

const leadFilters = {
  companyId: idSchema.optional(),
  /** Words of the client, its contacts, the address, type, source or notes; those after the eighth are ignored. */
  q: z.string().trim().max(200).optional(),
  /** One or more stages, comma-separated. */
  stage: z
    .string()
    .max(100)
    .transform((text) => text.split(','))
    .pipe(z.array(leadStageSchema).min(1))
    .optional(),
  ownerId: z.union([idSchema, z.literal('none')]).optional(),
  /** In the company's time zone. */
  due: leadDueSchema.optional(),
};
/** Which leads. */
export const leadFilterSchema = z.strictObject(leadFilters);
export type LeadFilter = z.infer<typeof leadFilterSchema>;
/** Which leads, in which order, from where. */
export const leadQuerySchema = pageQuerySchema.extend({
  ...leadFilters,
  /** Longer than elsewhere: it may hold a client's name. */
  cursor: z.string().max(3000).optional(),
  sort: leadSortSchema.default('newest'),
});
export type LeadQuery = z.infer<typeof leadQuerySchema>;

/** Over all leads that a filter leaves, not only those of a page. */
export const leadTotalsSchema = z.object({
  stages: z.array(
    z.object({
      stage: leadStageSchema,
      count: z.int(),
      /** Sums by currency; leads without a value add nothing. */
      values: z.array(moneySchema),
    }),
  ),
  /** How many each of these choices of `due` would leave, whichever of them is chosen. */
  due: z.object({ overdue: z.int(), today: z.int() }),
});
export type LeadTotals = z.infer<typeof leadTotalsSchema>;

/** What a lead that is being typed has in common with those known. */
export const duplicateQuerySchema = z.strictObject({
  companyId: idSchema.optional(),
  email: z.string().trim().max(254).optional(),
  phone: z.string().trim().max(40).optional(),
  address: z.string().trim().max(300).optional(),
  /** A lead that is no duplicate of itself. */
  except: idSchema.optional(),
});
export type DuplicateQuery = z.infer<typeof duplicateQuerySchema>;
export const duplicateSchema = z.object({
  leadId: idSchema,
  clientId: idSchema,
  clientName: z.string(),
  projectType: z.string(),
  stage: leadStageSchema,
  because: z.array(z.enum(['email', 'phone', 'address'])).min(1),
});
export type Duplicate = z.infer<typeof duplicateSchema>;
export const duplicateListSchema = pageOf(duplicateSchema);

export const leadActivitySchema = z.object({
  id: idSchema,
  at: instantSchema,
  /** Who; for what nobody of the staff did, e.g. `Website form`. */
  actor: z.string(),
  action: z.enum([
    'created',
    'imported',
    'captured',
    'changed',
    'published',
    'invited',
    'converted',
    'file_added',
    'file_removed',
    'contact_added',
    'contact_changed',
    'contact_removed',
  ]),
  /** What it was done to, where that is not the lead itself: a contact, a file. */
  subject: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
});
export type LeadActivity = z.infer<typeof leadActivitySchema>;
export const leadActivityListSchema = pageOf(leadActivitySchema);

/** Private to the company. Pictures are stored re-encoded, without what the camera wrote into them. */
export const leadFileSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: z.enum(['photo', 'document']),
  mediaType: z.string(),
  /** In bytes. */
  size: z.int(),
  addedAt: instantSchema,
  addedBy: z.string(),
});
export type LeadFile = z.infer<typeof leadFileSchema>;
export const leadFileListSchema = pageOf(leadFileSchema);
/** `?name=` of an upload; the bytes are the body. */
export const fileNameQuerySchema = z.strictObject({ name: lineOfText(200) });

/**
 * The columns of a file of leads. Texts as they stand in the file; each row is checked for itself. An `owner` that is empty is
 * nobody; where a row has none, its lead is that of who imports it.
 */
export const leadColumns = [
  'client',
  'contact',
  'email',
  'phone',
  'siteAddress',
  'projectType',
  'source',
  'stage',
  'lostReason',
  'estimatedValue',
  'nextStep',
  'nextStepOn',
  'owner',
  'notes',
] as const;
export type LeadColumn = (typeof leadColumns)[number];
/** What they are called in a file that is exported. */
export const leadColumnNames = {
  client: 'Client',
  contact: 'Contact',
  email: 'Email',
  phone: 'Phone',
  siteAddress: 'Site address',
  projectType: 'Project type',
  source: 'Source',
  stage: 'Stage',
  lostReason: 'Lost reason',
  estimatedValue: 'Estimated value',
  nextStep: 'Next step',
  nextStepOn: 'Next step on',
  owner: 'Owner',
  notes: 'Notes',
} as const satisfies Record<LeadColumn, string>;
const cell = z.string().max(10_000);
export const importLeadsSchema = z.strictObject({
  /** Says what would come of each row, and adds nothing. */
  preview: z.boolean().default(false),
  rows: z
    .array(z.partialRecord(z.enum(leadColumns), cell))
    .min(1)
    .max(200),
});
export type ImportLeads = z.infer<typeof importLeadsSchema>;
/** One answer a row, in their order. Refused rows keep no other back. */
export const importedLeadsSchema = z.object({
  created: z.int(),
  rows: z.array(
    z.object({
      status: z.enum(['ready', 'created', 'refused']),
      leadId: idSchema.optional(),
      errors: z.array(z.object({ path: z.enum(leadColumns), message: z.string() })).optional(),
      /** Leads known already that look like this one. */
      duplicates: z.array(duplicateSchema),
    }),
  ),
});
export type ImportedLeads = z.infer<typeof importedLeadsSchema>;

export const publishSchema = z.strictObject({ name: lineOfText(160), welcomeMessage: linesOfText(2000) });
export type Publish = z.infer<typeof publishSchema>;
export const publishedSchema = z.object({ portal: publishedPortalSchema });

/** A won lead becomes the running project; where it is not published yet, that is done first. */
export const convertSchema = publishSchema.partial();
export type Convert = z.infer<typeof convertSchema>;

/** Invites contacts of the lead's client to its portal; the first invitation publishes a captured lead. */
export const inviteContactsSchema = z.strictObject({
  contactIds: z.array(idSchema).min(1).max(50),
  message: linesOfText(2000).optional(),
});
export type InviteContacts = z.infer<typeof inviteContactsSchema>;
/** Each answered for itself, in the order given; one that is refused keeps no other back. */
export const invitedContactsSchema = z.object({
  results: z.array(
    z.object({
      contactId: idSchema,
      status: z.enum([...contactStateSchema.options, 'refused']),
      /** Only where no mail server is set up: the link to hand over by other means. */
      acceptUrl: z.string().optional(),
      /** With `refused`: why. */
      error: problemSchema.pick({ code: true, detail: true, errors: true }).optional(),
    }),
  ),
});
export type InvitedContacts = z.infer<typeof invitedContactsSchema>;

export const portalSettingsSchema = z.object({
  projectId: idSchema,
  version: z.int(),
  name: z.string(),
  welcomeMessage: z.string(),
  /** The lead it came from; null for a project made in the dashboard. */
  leadId: idSchema.nullable(),
});
export type PortalSettings = z.infer<typeof portalSettingsSchema>;
/** `If-Match` with the portal's version. */
export const changePortalSettingsSchema = z
  .strictObject({ name: lineOfText(160), welcomeMessage: linesOfText(2000) })
  .partial();

/** One line of `GET /api/leads/changes` (server-sent events): what to read again. */
export const leadsHintSchema = z.object({ type: z.enum(['lead', 'client', 'brand']), id: idSchema });
export type LeadsHint = z.infer<typeof leadsHintSchema>;
