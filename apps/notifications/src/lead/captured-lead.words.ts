import type { askCapturedLead, askStaffAddress, AnswerOf } from '@porchlight/contracts';
import { inSentence } from '../letter/in-sentence';
import type { LetterWords } from '../letter/letter.words';
import type { InEachTongue } from '../letter/tongue';
import { type CapturedLeadSays, english } from './captured-lead.english';
import { spanish } from './captured-lead.spanish';

/** What leads says of a lead that the public form brought… */
export type SendableLead = Extract<AnswerOf<typeof askCapturedLead>, { sendable: true }>;
/** …and identity of one of the staff. */
export type SendableAddress = Extract<AnswerOf<typeof askStaffAddress>, { sendable: true }>;

const says: InEachTongue<CapturedLeadSays> = { en: english, es: spanish };

const named = (text: string | null): string | null => (text === null ? null : inSentence(text));

/** On one line each, wherever they stand. */
const inSentences = (lead: SendableLead): SendableLead => ({
  ...lead,
  companyName: inSentence(lead.companyName),
  clientName: inSentence(lead.clientName),
  projectType: inSentence(lead.projectType),
  phone: named(lead.phone),
  siteAddress: named(lead.siteAddress),
});

/** Tells one of the staff of a lead that came in by itself. All in it but our own sentences was typed by a stranger. */
export const capturedLeadWords = (captured: SendableLead, { to, locale: tongue }: SendableAddress): LetterWords => {
  const lead = inSentences(captured);
  const words = says[tongue];
  const facts = [
    [words.email, lead.email],
    [words.phone, lead.phone],
    [words.site, lead.siteAddress],
  ].filter(([, fact]) => fact !== null);
  const asked = words.asked(lead);
  return {
    tongue,
    from: lead.companyName,
    subject: words.subject(lead),
    preview: asked,
    heading: words.heading(lead),
    introduction: [asked, facts.map(([name, fact]) => `${name}: ${fact}`).join('\n')].join('\n\n').trim(),
    message: lead.notes?.trim() || undefined,
    button: { label: words.label, url: lead.url },
    caution: lead.email === null ? undefined : words.answer(lead.email),
    why: words.why(to, lead.companyName),
  };
};
