import { z } from 'zod';
import { problemSchema } from '../problem';
import {
  emailSchema,
  idSchema,
  instantSchema,
  lineOfText,
  linesOfText,
  localeSchema,
  pageOf,
  publicContactSchema,
} from '../values';
import { invitationStatusSchema, roleSchema } from '../words';
import { passwordSchema, personSchema } from './person';

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
  /** When a person first did something on the page behind the link; a scanner that only loads it does not count. */
  openedAt: instantSchema.nullable(),
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

/** What a person does on the page behind the link. */
export const readInvitationSchema = invitationTokenSchema.extend({
  /** Of the page, and so of every mail from then on; the company's where none was ever given. */
  language: localeSchema.optional(),
});
export type ReadInvitation = z.infer<typeof readInvitationSchema>;

/** What the page behind an invitation link shows. Looking uses up nothing. */
export const inspectedInvitationSchema = z.object({
  status: invitationStatusSchema,
  companyName: z.string(),
  projectName: z.string().nullable(),
  projectId: idSchema.nullable(),
  role: roleSchema,
  email: z.string(),
  name: z.string().nullable(),
  invitedBy: z.string(),
  expiresAt: instantSchema,
  /** Whether someone with this e-mail has an account already and so signs in instead of signing up. */
  known: z.boolean(),
  /** Whether the page may offer to mail a new invitation to the same address. */
  renewable: z.boolean(),
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
