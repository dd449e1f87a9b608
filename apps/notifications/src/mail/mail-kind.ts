import type { LetterKind } from '@porchlight/contracts';
import type { Tongue } from '../letter/tongue';

/**
 * What a mail is: an invitation, the news that one was accepted or that a lead came in, a way into a portal that was
 * asked for (`portal_link_renewed`: by a link that had run out), or a letter about an account.
 */
export type MailKind =
  | 'invitation'
  | 'invitation_accepted'
  | 'lead_captured'
  | 'portal_link'
  | 'portal_link_renewed'
  | 'portal_sign_in'
  | LetterKind;

/** Which mail: what it is about, and which of the successive mails about that. */
export interface MailOrder {
  readonly kind: MailKind;
  readonly reference: string;
  readonly generation: number;
  /** The person it goes to, where several get one about the same thing. */
  readonly recipient?: string | null;
  /** The language it was asked for in; without one, its company's. */
  readonly language?: Tongue | null | undefined;
}
