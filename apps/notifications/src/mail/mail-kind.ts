import type { LetterKind } from '@porchlight/contracts';

/**
 * What a mail is: an invitation, the news that one was accepted or that a lead came in, a way into a portal that was
 * asked for, or a letter about an account.
 */
export type MailKind =
  'invitation' | 'invitation_accepted' | 'lead_captured' | 'portal_link' | 'portal_sign_in' | LetterKind;

/** Which mail: what it is about, and which of the successive mails about that. */
export interface MailOrder {
  readonly kind: MailKind;
  readonly reference: string;
  readonly generation: number;
  /** The person it goes to, where several get one about the same thing. */
  readonly recipient?: string | null;
}
