import { z } from 'zod';

/** The stable machine-readable codes of `application/problem+json` (RFC 9457) answers. Never renamed, only added to. */
export const problemCodes = [
  'invalid_request',
  'body_too_large',
  'unsupported_media_type',
  'not_found',
  'gone',
  'method_not_allowed',
  'unauthenticated',
  'forbidden',
  'conflict',
  'version_missing',
  'version_stale',
  'too_many_requests',
  'unavailable',
  'internal',
  // identity
  'credentials_wrong',
  'email_taken',
  'session_ended',
  'refresh_reused',
  'invitation_used',
  'invitation_expired',
  'invitation_revoked',
  'invitation_superseded',
  'already_member',
  'sign_in_required',
  'wrong_person',
  'last_owner',
  'link_used',
  'mail_not_set_up',
  'registration_closed',
  // projects
  'task_transition_refused',
  'task_has_children',
  'parent_is_derived',
  'parent_not_allowed',
  'item_transition_refused',
  'open_tasks',
  'project_archived',
  'portal_full',
  'currency_mismatch',
  'date_out_of_range',
  // leads
  'lead_published',
  'contact_without_email',
  'slug_taken',
  'too_many_slugs',
  'form_closed',
  'form_expired',
  'form_too_soon',
  'file_refused',
  'too_many_files',
  // portal
  'link_revoked',
  'link_expired',
  'portal_not_ready',
  'origin_refused',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.enum(problemCodes),
  correlationId: z.string(),
  /** Which fields are wrong: `path` as `assignee.name` or `contacts.0.email`, `message` a phrase to show beside it. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** With `version_stale`: the resource as it is now, its own GET shape. */
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
