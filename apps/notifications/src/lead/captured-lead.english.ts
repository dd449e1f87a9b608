import type { SendableLead } from './captured-lead.words';

export const english = {
  subject: ({ clientName, projectType }: SendableLead) => `New lead: ${clientName}, ${projectType}`,
  heading: ({ clientName }: SendableLead) => `New lead: ${clientName}`,
  asked: ({ clientName, projectType }: SendableLead) =>
    `${clientName} wrote to you by the form on your site, about: ${projectType}.`,
  email: 'E-mail',
  phone: 'Telephone',
  site: 'Site',
  label: 'Open the Lead',
  answer: (email: string) => `If you answer this mail, your answer goes to ${email}.`,
  why: (to: string, companyName: string) => `Porchlight sent this to ${to}, who is on the staff of ${companyName}.`,
};

/** What the mail about a lead that came in says. Another language is another set of this shape. */
export type CapturedLeadSays = typeof english;
