import type { askAcceptedMail, AnswerOf } from '@porchlight/contracts';
import { inSentence } from '../letter/in-sentence';
import type { LetterWords } from '../letter/letter.words';
import type { InEachTongue } from '../letter/tongue';
import { type AcceptanceSays, english } from './acceptance.english';
import { spanish } from './acceptance.spanish';

/** What identity says of an invitation that was accepted, for who sent it. */
export type SendableAcceptance = Extract<AnswerOf<typeof askAcceptedMail>, { sendable: true }>;

const says: InEachTongue<AcceptanceSays> = { en: english, es: spanish };

/** Tells who invited that it was accepted, in words. */
export const acceptanceWords = (acceptance: SendableAcceptance): LetterWords => {
  const { locale: tongue, url } = acceptance;
  const from = inSentence(acceptance.companyName);
  const { joined, introduction, label, why } = says[tongue]({
    ...acceptance,
    personName: inSentence(acceptance.personName),
    companyName: from,
    projectName: acceptance.projectName === null ? null : inSentence(acceptance.projectName),
  });
  const button = { label, url };
  return { tongue, from, subject: joined, preview: introduction, heading: joined, introduction, button, why };
};
