import { TZDate } from '@date-fns/tz';
import type { askInvitationMail, AnswerOf } from '@porchlight/contracts';
import { format } from 'date-fns';
import { contactLine } from '../letter/contact-line';
import { inSentence } from '../letter/in-sentence';
import type { LetterWords } from '../letter/letter.words';
import { type InEachTongue, tongueOf } from '../letter/tongue';

/** What identity says of an invitation that should be mailed. */
export type SendableInvitation = Extract<AnswerOf<typeof askInvitationMail>, { sendable: true }>;

const heading = ({ companyName, projectName, role }: SendableInvitation): string => {
  if (role === 'customer') return `Follow ${projectName ?? 'your project'} as it happens`;
  if (role === 'subcontractor') return `Join ${projectName ?? 'a project'}`;
  return `Join ${companyName}`;
};

const introduction = ({ companyName, projectName, role }: SendableInvitation): string => {
  if (role === 'customer')
    return `${companyName} has made a page for ${projectName ?? 'your project'}. It shows how far the work has come, which dates lie ahead, and what is needed from you.`;
  if (role === 'subcontractor')
    return `${companyName} would like you on ${projectName ?? 'a project'}. You will see your tasks and can report on them from your phone.`;
  return `${companyName} would like you to help run its leads and projects on Porchlight.`;
};

/** The end in words, e.g. `Friday, 27 November 2026, 9:15 PM`; in UTC, and saying so, where no time zone is known. */
const until = ({ expiresAt, timeZone }: SendableInvitation): string => {
  const moment = format(new TZDate(expiresAt, timeZone ?? 'UTC'), 'EEEE, d MMMM yyyy, h:mm a');
  return timeZone === undefined ? `${moment} UTC` : moment;
};

const english = (invitation: SendableInvitation): LetterWords => {
  const { companyName, projectName, to, message, contact, acceptUrl } = invitation;
  return {
    tongue: 'en',
    from: companyName,
    subject: `${companyName} invites you to ${projectName ?? 'Porchlight'}`,
    preview: introduction(invitation),
    heading: heading(invitation),
    introduction: introduction(invitation),
    message: message?.trim() || undefined,
    button: { label: 'Accept Invitation', url: acceptUrl },
    expiry: `This invitation is for you alone and is good until ${until(invitation)}.`,
    contact: contactLine(companyName, contact),
    why: `${companyName} sent this to ${to} with Porchlight. If you do not know them, you need do nothing.`,
  };
};
const words: InEachTongue<typeof english> = { en: english };

/** Puts an invitation into words; every text is plain, whatever the people named in it are called. */
export const invitationWords = (invitation: SendableInvitation): LetterWords =>
  words[tongueOf(invitation.locale)]({
    ...invitation,
    companyName: inSentence(invitation.companyName),
    projectName: invitation.projectName === null ? null : inSentence(invitation.projectName),
  });
