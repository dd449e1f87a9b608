import type { LetterKind } from '@porchlight/contracts';
import { spanInWords } from '../letter/when';
import type { AccountSays, SendableLetter } from './account.words';

/** As time from the mail on: in which zone its reader lives is not known. */
const within = ({ expiresAt }: SendableLetter, now: Date): string =>
  expiresAt === undefined
    ? 'The link works once.'
    : `The link works once, within ${spanInWords('en', expiresAt, now)} of this mail.`;

/**
 * No letter says the person's name: whoever registers with a stranger's address chooses it, and would have us bring
 * that stranger their words.
 */
export const english: Record<LetterKind, AccountSays> = {
  password_reset: (letter, now) => ({
    subject: 'Choose a new password',
    preview: within(letter, now),
    heading: 'Choose a new password',
    introduction: `Somebody asked for a new password for the Porchlight account of ${letter.to}. If that was you, choose it here.`,
    button: { label: 'Choose a New Password', url: letter.url },
    expiry: within(letter, now),
    caution: 'If it was not you, do nothing. Your password stays as it is, and nobody but you has this link.',
    why: `This went to ${letter.to} because a new password was asked for.`,
  }),
  password_changed: (letter) => ({
    subject: 'Your password was changed',
    preview: 'If that was you, all is well.',
    heading: 'Your password was changed',
    introduction: `The Porchlight account of ${letter.to} has a new password, and every other device was signed out. If that was you, all is well.\n\nIf it was not you, choose a new password at once: that shuts out whoever did it.`,
    button: { label: 'It Was Not Me', url: letter.url },
    why: `This went to ${letter.to} because the password of its account changed.`,
  }),
  email_confirmation: (letter, now) => ({
    subject: 'Confirm this address',
    preview: `Is ${letter.to} yours?`,
    heading: 'Confirm this address',
    introduction: `Somebody gave ${letter.to} as the address of their Porchlight account. If that was you, one click shows that it is yours.`,
    button: { label: 'Confirm This Address', url: letter.url },
    expiry: within(letter, now),
    caution: 'If it was not you, do nothing. Without this link nobody can show that your address is theirs.',
    why: `This went to ${letter.to} because it was given as the address of an account.`,
  }),
  email_changed: (letter) => ({
    subject: 'Your address was changed',
    preview: 'If that was you, all is well.',
    heading: 'Your address was changed',
    introduction: `Your Porchlight account has moved from ${letter.to} to ${letter.newEmail ?? 'another address'}. Sign in with the new one from now on; this one gets no more mail about it.`,
    button: { label: 'Sign In', url: letter.url },
    caution:
      'If it was not you, somebody knows your password. Tell the company that you work with here, so that it can shut that account out, and change the password wherever else you use it.',
    why: `This went to ${letter.to} because it was the address of the account.`,
  }),
};
