import { z } from 'zod';
import {
  currencySchema,
  emailSchema,
  idSchema,
  instantSchema,
  lineOfText,
  linesOfText,
  localeSchema,
  pageOf,
  publicContactSchema,
  timeZoneSchema,
} from '../values';
import { problemSchema } from '../problem';
import { invitationStatusSchema, roleSchema } from '../words';

/** Judged by length alone (NIST 800-63B); the upper bound keeps hashing bounded. */
export const passwordSchema = z.string().min(12, 'has at least 12 characters').max(256, 'has at most 256 characters');

export const registerCompanySchema = z.strictObject({
  companyName: lineOfText(120),
  name: lineOfText(120),
  email: emailSchema,
  password: passwordSchema,
  timeZone: timeZoneSchema.default('America/New_York'),
  locale: localeSchema.default('en'),
  currency: currencySchema.default('USD'),
  /** What customers may see of the company; may be given later. */
  contact: publicContactSchema.strict().optional(),
});
export type RegisterCompany = z.infer<typeof registerCompanySchema>;

export const companySchema = z.object({
  id: idSchema,
  name: z.string(),
  timeZone: timeZoneSchema,
  locale: localeSchema,
  currency: currencySchema,
  workingDays: z.array(z.int()),
  holidays: z.array(z.string()),
  amberDays: z.int(),
  contact: publicContactSchema,
  version: z.int(),
});
export type Company = z.infer<typeof companySchema>;

/** Owner only; `If-Match` with the company's version. */
export const changeCompanySchema = z
  .strictObject({
    name: lineOfText(120),
    timeZone: timeZoneSchema,
    locale: localeSchema,
    amberDays: z.int().min(0).max(365),
    contact: publicContactSchema.strict(),
  })
  .partial();
export type ChangeCompany = z.infer<typeof changeCompanySchema>;

export const personSchema = z.object({ id: idSchema, name: z.string(), email: z.string() });
export type Person = z.infer<typeof personSchema>;

export const registeredSchema = z.object({ company: companySchema, person: personSchema, accessToken: z.string() });
export type Registered = z.infer<typeof registeredSchema>;

export const signInSchema = z.strictObject({ email: emailSchema, password: z.string().min(1).max(256) });
export type SignIn = z.infer<typeof signInSchema>;

/** Answer to sign-in and refresh; the refresh token travels only in its HttpOnly cookie. */
export const signedInSchema = z.object({ person: personSchema, accessToken: z.string() });
export type SignedIn = z.infer<typeof signedInSchema>;

export const sessionSchema = z.object({
  id: idSchema,
  current: z.boolean(),
  device: z.string(),
  createdAt: instantSchema,
  lastUsedAt: instantSchema,
});
export const sessionListSchema = pageOf(sessionSchema);

export const meSchema = z.object({
  person: personSchema,
  /** Companies in which the person is staff. */
  companies: z.array(companySchema.extend({ role: roleSchema })),
  /** Every membership, staff ones too; `projectId` is null for staff. */
  memberships: z.array(
    z.object({
      companyId: idSchema,
      companyName: z.string(),
      projectId: idSchema.nullable(),
      projectName: z.string().nullable(),
      role: roleSchema,
    }),
  ),
});
export type Me = z.infer<typeof meSchema>;

export const inviteSchema = z
  .strictObject({
    email: emailSchema,
    name: lineOfText(120).optional(),
    role: z.enum(['manager', 'subcontractor', 'customer']),
    projectId: idSchema.optional(),
    companyId: idSchema.optional(),
    message: linesOfText(2000).optional(),
  })
  .refine(
    (invite) =>
      invite.role === 'manager' ? !!invite.companyId && !invite.projectId : !!invite.projectId && !invite.companyId,
    {
      path: ['role'],
      message: 'a manager is invited to a company, a subcontractor or customer to a project',
    },
  );
export type Invite = z.infer<typeof inviteSchema>;

export const invitationSchema = z.object({
  id: idSchema,
  email: z.string(),
  name: z.string().nullable(),
  role: roleSchema,
  projectId: idSchema.nullable(),
  companyId: idSchema,
  status: invitationStatusSchema,
  sentAt: instantSchema,
  expiresAt: instantSchema,
  invitedBy: z.string(),
  /** Only where no mail server is set up: the link to hand over by other means. */
  acceptUrl: z.string().optional(),
});
export type Invitation = z.infer<typeof invitationSchema>;
export const invitationListSchema = pageOf(invitationSchema);

/** Up to 50 invitations in one request; each is checked and answered for itself, in the order given. */
export const inviteBatchSchema = z.strictObject({
  invitations: z
    .array(z.looseObject({ email: z.string().max(254) }))
    .min(1)
    .max(50),
});
export type InviteBatch = z.infer<typeof inviteBatchSchema>;

export const inviteBatchReplySchema = z.object({
  results: z.array(
    z.object({
      email: z.string(),
      status: z.enum([...invitationStatusSchema.options, 'refused']),
      id: idSchema.optional(),
      acceptUrl: z.string().optional(),
      /** With `refused`: why, as the single route would say it. */
      error: problemSchema.pick({ code: true, detail: true, errors: true }).optional(),
    }),
  ),
});
export type InviteBatchReply = z.infer<typeof inviteBatchReplySchema>;

/** The token of an invitation link. */
export const invitationTokenSchema = z.strictObject({ token: z.string().min(1).max(256) });

/** What the page behind an invitation link shows. Looking uses up nothing. */
export const inspectedInvitationSchema = z.object({
  status: invitationStatusSchema,
  companyName: z.string(),
  projectName: z.string().nullable(),
  projectId: idSchema.nullable(),
  role: roleSchema,
  email: z.string(),
  name: z.string().nullable(),
  /** Whether someone with this e-mail has an account already and so signs in instead of signing up. */
  known: z.boolean(),
  contact: publicContactSchema,
});
export type InspectedInvitation = z.infer<typeof inspectedInvitationSchema>;

/** A new person gives name and password; a known one is signed in and gives neither. */
export const acceptInvitationSchema = z.strictObject({
  token: z.string().min(1).max(256),
  name: lineOfText(120).optional(),
  password: passwordSchema.optional(),
});
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>;

export const acceptedInvitationSchema = z.object({
  membership: z.object({ companyId: idSchema, projectId: idSchema.nullable(), role: roleSchema }),
  person: personSchema,
  /** A fresh access token that knows the new membership. */
  accessToken: z.string(),
});
export type AcceptedInvitation = z.infer<typeof acceptedInvitationSchema>;

export const memberSchema = z.object({
  personId: idSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  since: instantSchema,
});
export type Member = z.infer<typeof memberSchema>;
/** Project members and, with their company-wide role, the staff. */
export const memberListSchema = pageOf(memberSchema);
