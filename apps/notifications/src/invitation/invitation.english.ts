import type { SendableInvitation } from './invitation.words';

type Invited = Pick<SendableInvitation, 'companyName' | 'projectName' | 'role'>;

const heading = ({ companyName, projectName, role }: Invited): string => {
  if (role === 'customer') return `Follow ${projectName ?? 'your project'} as it happens`;
  if (role === 'subcontractor') return `Join ${projectName ?? 'a project'}`;
  return `Join ${companyName}`;
};

const introduction = ({ companyName, projectName, role }: Invited): string => {
  if (role === 'customer')
    return `${companyName} has made a page for ${projectName ?? 'your project'}. It shows how far the work has come, which dates lie ahead, and what is needed from you.`;
  if (role === 'subcontractor')
    return `${companyName} would like you on ${projectName ?? 'a project'}. You will see your tasks and can report on them from your phone.`;
  return `${companyName} would like you to help run its leads and projects on Porchlight.`;
};

/** `until`: the end in words. */
export const english = (invitation: SendableInvitation, until: string) => {
  const { companyName, projectName, to } = invitation;
  return {
    subject: `${companyName} invites you to ${projectName ?? 'Porchlight'}`,
    preview: introduction(invitation),
    heading: heading(invitation),
    introduction: introduction(invitation),
    label: 'Accept Invitation',
    expiry: `This invitation is for you alone and is good until ${until}.`,
    why: `${companyName} sent this to ${to} with Porchlight. If you do not know them, you need do nothing.`,
  };
};

/** What the mail of an invitation says. Another language is another function of this shape. */
export type InvitationSays = typeof english;
