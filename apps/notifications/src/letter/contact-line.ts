import type { PublicContact } from '@porchlight/contracts';
import { inSentence } from './in-sentence';
import type { InEachTongue, Tongue } from './tongue';

const questions: InEachTongue<string> = { en: 'Questions?', es: '¿Tiene preguntas?' };

/** The company's public contact in one line, or nothing where it has given none. All in it was typed by somebody. */
export const contactLine = (tongue: Tongue, companyName: string, contact: PublicContact): string | undefined => {
  const { name, phone, email } = contact;
  const ways = [phone === undefined ? undefined : inSentence(phone), email].filter((way) => way !== undefined);
  if (ways.length === 0) return undefined;
  const who = name === undefined ? companyName : `${inSentence(name)}, ${companyName}`;
  const either = new Intl.ListFormat(tongue, { type: 'disjunction' }).format(ways);
  return `${questions[tongue]} ${who}: ${either}`;
};
