import type { askInvitationMail, AnswerOf } from '@porchlight/contracts';
import { contactLine } from '../letter/contact-line';
import { inSentence } from '../letter/in-sentence';
import type { LetterWords } from '../letter/letter.words';
import type { InEachTongue, Tongue } from '../letter/tongue';
import { momentInWords } from '../letter/when';
import { english, type InvitationSays } from './invitation.english';
import { spanish } from './invitation.spanish';

/** What identity says of an invitation that should be mailed. */
export type SendableInvitation = Extract<AnswerOf<typeof askInvitationMail>, { sendable: true }>;

const says: InEachTongue<InvitationSays> = { en: english, es: spanish };

/**
 * Puts an invitation into words, of the language it was asked for in or else the company's; every text is plain, whatever
 * the people named in it are called.
 */
export const invitationWords = (invitation: SendableInvitation, asked?: Tongue | null): LetterWords => {
  const tongue = asked ?? invitation.locale;
  const { message, contact, acceptUrl, expiresAt, timeZone } = invitation;
  const companyName = inSentence(invitation.companyName);
  const projectName = invitation.projectName === null ? null : inSentence(invitation.projectName);
  const until = momentInWords(tongue, expiresAt, timeZone);
  const { label, ...words } = says[tongue]({ ...invitation, companyName, projectName }, until);
  return {
    tongue,
    from: companyName,
    ...words,
    message: message?.trim() || undefined,
    button: { label, url: acceptUrl },
    contact: contactLine(tongue, companyName, contact),
  };
};
