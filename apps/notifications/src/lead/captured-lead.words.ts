import type { askCapturedLead, askStaffAddress, AnswerOf } from '@porchlight/contracts';
import { inSentence } from '../letter/in-sentence';
import type { LetterWords } from '../letter/letter.words';
import { type InEachTongue, tongueOf } from '../letter/tongue';

/** What leads says of a lead that the public form brought… */
export type SendableLead = Extract<AnswerOf<typeof askCapturedLead>, { sendable: true }>;
/** …and identity of one of the staff. */
export type SendableAddress = Extract<AnswerOf<typeof askStaffAddress>, { sendable: true }>;

const english = (lead: SendableLead, { to }: SendableAddress): LetterWords => {
  const { companyName, clientName, projectType, email, phone, siteAddress, notes, url } = lead;
  const facts = [
    ['E-mail', email],
    ['Telephone', phone],
    ['Site', siteAddress],
  ].filter(([, fact]) => fact !== null);
  const asked = `${clientName} wrote to you by the form on your site, about: ${projectType}.`;
  return {
    tongue: 'en',
    from: companyName,
    subject: `New lead: ${clientName}, ${projectType}`,
    preview: asked,
    heading: `New lead: ${clientName}`,
    introduction: [asked, facts.map(([name, fact]) => `${name}: ${fact}`).join('\n')].join('\n\n').trim(),
    message: notes?.trim() || undefined,
    button: { label: 'Open the Lead', url },
    caution: email === null ? undefined : `If you answer this mail, your answer goes to ${email}.`,
    why: `Porchlight sent this to ${to}, who is on the staff of ${companyName}.`,
  };
};
const words: InEachTongue<typeof english> = { en: english };

const named = (text: string | null): string | null => (text === null ? null : inSentence(text));

/** Tells one of the staff of a lead that came in by itself. All in it but our own sentences was typed by a stranger. */
export const capturedLeadWords = (lead: SendableLead, address: SendableAddress): LetterWords =>
  words[tongueOf(address.locale)](
    {
      ...lead,
      companyName: inSentence(lead.companyName),
      clientName: inSentence(lead.clientName),
      projectType: inSentence(lead.projectType),
      phone: named(lead.phone),
      siteAddress: named(lead.siteAddress),
    },
    address,
  );
