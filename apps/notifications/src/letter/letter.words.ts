import type { Tongue } from './tongue';

/** Everything that a mail says, in plain text; all mails are made alike. */
export interface LetterWords {
  readonly tongue: Tongue;
  /** Who speaks: the sender's name, and at the head of the mail. */
  readonly from: string;
  readonly subject: string;
  /** What a list of mails shows behind the subject. */
  readonly preview: string;
  readonly heading: string;
  readonly introduction: string;
  /** What a person wrote, set apart as theirs. */
  readonly message?: string | undefined;
  readonly button: { readonly label: string; readonly url: string };
  /** Until when the button works. */
  readonly expiry?: string | undefined;
  /** What to do for whom this is a surprise. */
  readonly caution?: string | undefined;
  /** Whom to ask. */
  readonly contact?: string | undefined;
  /** Why this mail came. */
  readonly why: string;
}
