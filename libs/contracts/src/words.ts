import { z } from 'zod';

/** The words of the trade that several services and both apps share. */

export const roleSchema = z.enum(['owner', 'manager', 'subcontractor', 'customer']);
export type Role = z.infer<typeof roleSchema>;

export const sectionSchema = z.enum(['planning', 'execution', 'closeout']);
export type Section = z.infer<typeof sectionSchema>;
export const sections: readonly Section[] = sectionSchema.options;

export const projectStatusSchema = z.enum(['planning', 'active', 'on_hold', 'completed', 'archived']);
export type ProjectStatus = z.infer<typeof projectStatusSchema>;

export const taskStatusSchema = z.enum(['not_started', 'in_progress', 'blocked', 'pending_review', 'complete']);
export type TaskStatus = z.infer<typeof taskStatusSchema>;

export const itemKindSchema = z.enum(['selection', 'approval', 'information']);
export type ItemKind = z.infer<typeof itemKindSchema>;

export const itemStatusSchema = z.enum(['waiting', 'with_builder', 'done']);
export type ItemStatus = z.infer<typeof itemStatusSchema>;

export const invitationStatusSchema = z.enum(['pending', 'accepted', 'revoked', 'expired']);
export type InvitationStatus = z.infer<typeof invitationStatusSchema>;

/**
 * Mails about an account:
 * - `password_reset`: the link with which a new password is chosen;
 * - `password_changed`: that it was;
 * - `email_confirmation`: the link that shows an address to be the person's own;
 * - `email_changed`: to the former address, that another one took its place.
 */
export const letterKindSchema = z.enum(['password_reset', 'password_changed', 'email_confirmation', 'email_changed']);
export type LetterKind = z.infer<typeof letterKindSchema>;

export const leadStageSchema = z.enum(['new', 'contacted', 'site_visit', 'quoting', 'won', 'lost']);
export type LeadStage = z.infer<typeof leadStageSchema>;

/** How a lead came to us: typed in, from a file, or by the public form. */
export const leadOriginSchema = z.enum(['typed', 'imported', 'captured']);
export type LeadOrigin = z.infer<typeof leadOriginSchema>;

/**
 * How far a contact has come into a portal. `undeliverable`: invited, but the mail server refused the address;
 * `removed`: had joined, and is no member any more.
 */
export const contactStateSchema = z.enum([
  'no_email',
  'not_invited',
  'invited',
  'undeliverable',
  'expired',
  'cancelled',
  'joined',
  'removed',
]);
export type ContactState = z.infer<typeof contactStateSchema>;

/** What the bell tells of. */
export const noticeKindSchema = z.enum([
  'lead_captured',
  'invitation_accepted',
  'mail_undelivered',
  // Somebody asked for a new link to a portal:
  'link_renewed',
  'link_asked_revoked',
  'link_asked_removed',
  'link_asked_unmailed',
  // …or its mail could not be sent or delivered:
  'link_asked_ended',
  'link_undelivered',
]);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

/** Percent complete: a whole number from 0 to 100, rounded down. */
export const percentSchema = z.int().min(0).max(100);
