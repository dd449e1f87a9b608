import type { askAcceptedMail, AnswerOf } from '@porchlight/contracts';
import { inSentence } from '../letter/in-sentence';
import type { LetterWords } from '../letter/letter.words';
import { type InEachTongue, tongueOf } from '../letter/tongue';

/** What identity says of an invitation that was accepted, for who sent it. */
export type SendableAcceptance = Extract<AnswerOf<typeof askAcceptedMail>, { sendable: true }>;

const introduction = ({ personName, personEmail, role, companyName, projectName }: SendableAcceptance): string => {
  const place = projectName ?? companyName;
  const accepted = `${personName} (${personEmail}) accepted your invitation`;
  if (role === 'customer') return `${accepted} and can now follow ${place} on a page of their own.`;
  if (role === 'subcontractor') return `${accepted}. Tasks in ${place} that you give them are on their list at once.`;
  return `${accepted} and can now see and run everything in ${place} with you.`;
};

const english = (acceptance: SendableAcceptance): LetterWords => {
  const { personName, personEmail, companyName, projectName, url } = acceptance;
  const joined = `${personName} joined ${projectName ?? companyName}`;
  return {
    tongue: 'en',
    from: companyName,
    subject: joined,
    preview: introduction(acceptance),
    heading: joined,
    introduction: introduction(acceptance),
    button: { label: projectName === null ? 'See Who Is There' : 'Open the Project', url },
    why: `Porchlight sent you this because you invited ${personEmail}.`,
  };
};
const words: InEachTongue<typeof english> = { en: english };

/** Tells who invited that it was accepted, in words. */
export const acceptanceWords = (acceptance: SendableAcceptance): LetterWords =>
  words[tongueOf(acceptance.locale)]({
    ...acceptance,
    personName: inSentence(acceptance.personName),
    companyName: inSentence(acceptance.companyName),
    projectName: acceptance.projectName === null ? null : inSentence(acceptance.projectName),
  });
