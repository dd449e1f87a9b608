import { TZDate } from '@date-fns/tz';
import type { askInvitationMail, AskDefinition, PublicContact } from '@porchlight/contracts';
import { format } from 'date-fns';

type Answer<D> = D extends AskDefinition<unknown, infer A> ? A : never;
/** What identity says of an invitation that should be mailed. */
export type SendableInvitation = Extract<Answer<typeof askInvitationMail>, { sendable: true }>;

/** Everything that an invitation mail says, in plain text. */
export interface InvitationWords {
  readonly subject: string;
  readonly preview: string;
  readonly heading: string;
  readonly introduction: string;
  readonly message: string | null;
  readonly expiry: string;
  readonly contact: string | null;
  readonly why: string;
}

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

/** The company's public contact in one line, or null where it has given none. */
export const contactLine = (companyName: string, contact: PublicContact): string | null => {
  const ways = [contact.phone, contact.email].filter((way) => way !== undefined);
  if (ways.length === 0) return null;
  const who = contact.name === undefined ? companyName : `${contact.name}, ${companyName}`;
  return `${who}: ${ways.join(' or ')}`;
};

/** Puts an invitation into words. English; every text is plain, whatever the people named in it are called. */
export const invitationWords = (invitation: SendableInvitation): InvitationWords => {
  const { companyName, projectName, to, message, contact } = invitation;
  return {
    subject: `${companyName} invites you to ${projectName ?? 'Porchlight'}`,
    preview: introduction(invitation),
    heading: heading(invitation),
    introduction: introduction(invitation),
    message: message === null || message.trim() === '' ? null : message.trim(),
    expiry: `This invitation is for you alone and is good until ${until(invitation)}.`,
    contact: contactLine(companyName, contact),
    why: `${companyName} sent this to ${to} with Porchlight. If you do not know them, you need do nothing.`,
  };
};
