import type { AnswerOf, askCompany } from '@porchlight/contracts';
import { contactLine } from '../letter/contact-line';
import { inSentence } from '../letter/in-sentence';
import type { LetterWords } from '../letter/letter.words';
import type { InEachTongue, Tongue } from '../letter/tongue';
import { dayInWords } from '../letter/when';
import { english, type PortalLinkSays } from './portal-link.english';
import { spanish } from './portal-link.spanish';

export type Company = AnswerOf<typeof askCompany>;

/** The way into a portal that a mail brings. */
export interface WayIn {
  readonly to: string;
  readonly url: string;
  readonly projectName: string;
  /** The last day a link works, `YYYY-MM-DD`; null where it does not run out. */
  readonly endsOn: string | null;
}

const says: InEachTongue<PortalLinkSays> = { en: english, es: spanish };

const wordsFor =
  (what: keyof PortalLinkSays) =>
  (way: WayIn, company: Company, asked?: Tongue | null): LetterWords => {
    const tongue = asked ?? company.locale;
    const from = inSentence(company.name);
    const { label, ...words } = says[tongue][what]({
      to: way.to,
      projectName: inSentence(way.projectName),
      companyName: from,
      lastDay: way.endsOn === null ? null : dayInWords(tongue, way.endsOn),
    });
    const contact = contactLine(tongue, from, company.contact);
    return { tongue, from, subject: words.heading, ...words, button: { label, url: way.url }, contact };
  };

/** Brings somebody the share link that is theirs, in the language they asked in or else the company's… */
export const portalLinkWords = wordsFor('link');
/** …or shows a customer where to sign in. */
export const portalSignInWords = wordsFor('signIn');
