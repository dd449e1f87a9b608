import type { SendableAcceptance } from './acceptance.words';

const introduction = ({ personName, personEmail, role, companyName, projectName }: SendableAcceptance): string => {
  const place = projectName ?? companyName;
  const accepted = `${personName} (${personEmail}) accepted your invitation`;
  if (role === 'customer') return `${accepted} and can now follow ${place} on a page of their own.`;
  if (role === 'subcontractor') return `${accepted}. Tasks in ${place} that you give them are on their list at once.`;
  return `${accepted} and can now see and run everything in ${place} with you.`;
};

export const english = (acceptance: SendableAcceptance) => {
  const { personName, personEmail, companyName, projectName } = acceptance;
  return {
    joined: `${personName} joined ${projectName ?? companyName}`,
    introduction: introduction(acceptance),
    label: projectName === null ? 'See Who Is There' : 'Open the Project',
    why: `Porchlight sent you this because you invited ${personEmail}.`,
  };
};

/** What the mail of an accepted invitation says. Another language is another function of this shape. */
export type AcceptanceSays = typeof english;
