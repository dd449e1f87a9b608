import type { AnswerOf, askCompany } from '@porchlight/contracts';
import { format } from 'date-fns';
import { contactLine } from '../letter/contact-line';
import { inSentence } from '../letter/in-sentence';
import type { LetterWords } from '../letter/letter.words';
import { type InEachTongue, tongueOf } from '../letter/tongue';

export type Company = AnswerOf<typeof askCompany>;

/** The way into a portal that a mail brings. */
export interface WayIn {
  readonly to: string;
  readonly url: string;
  readonly projectName: string;
  /** The last day a link works, `YYYY-MM-DD`; null where it does not run out. */
  readonly endsOn: string | null;
}

type Words = (way: WayIn, company: Company) => Omit<LetterWords, 'tongue' | 'from' | 'contact'>;

/** A calendar day has no time zone: read as local midnight, it is shown as it stands. */
const dayInWords = (day: string): string => format(`${day}T00:00:00`, 'EEEE, d MMMM yyyy');

const why = (to: string, company: string): string =>
  `This went to ${to} because a new way in was asked for at the page that ${company} made with Porchlight.`;
const caution = 'If you did not ask for it, you need do nothing: it went to you and to nobody else.';

const english: Record<'link' | 'signIn', Words> = {
  link: ({ to, url, projectName, endsOn }, { name }) => ({
    subject: `Your link to ${projectName}`,
    preview: 'This one works now.',
    heading: `Your link to ${projectName}`,
    introduction: `You asked for a new link to your project with ${name}. This one works now; please use it instead of the one you had. Whoever has it can see the page, so keep it to your household.`,
    button: { label: 'Open Your Project', url },
    expiry: endsOn === null ? undefined : `It works until the end of ${dayInWords(endsOn)}.`,
    caution,
    why: why(to, name),
  }),
  signIn: ({ to, url, projectName }, { name }) => ({
    subject: `Sign in to see ${projectName}`,
    preview: 'You have an account: sign in, and your project opens.',
    heading: `Sign in to see ${projectName}`,
    introduction: `You asked for a new way to your project with ${name}. You have an account for it, under ${to}: sign in, and your project opens. If you forgot your password, you can choose a new one there.`,
    button: { label: 'Sign In', url },
    caution,
    why: why(to, name),
  }),
};
const words: InEachTongue<typeof english> = { en: english };

const wordsFor =
  (what: keyof typeof english) =>
  (way: WayIn, company: Company): LetterWords => {
    const tongue = tongueOf(company.locale);
    const from = inSentence(company.name);
    const named = { ...way, projectName: inSentence(way.projectName) };
    const contact = contactLine(from, company.contact);
    return { tongue, from, contact, ...words[tongue][what](named, { ...company, name: from }) };
  };

/** Brings somebody the share link that is theirs… */
export const portalLinkWords = wordsFor('link');
/** …or shows a customer where to sign in. */
export const portalSignInWords = wordsFor('signIn');
