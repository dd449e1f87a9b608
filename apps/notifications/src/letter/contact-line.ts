import type { PublicContact } from '@porchlight/contracts';
import { inSentence } from './in-sentence';

/** The company's public contact in one line, or nothing where it has given none. All in it was typed by somebody. */
export const contactLine = (companyName: string, contact: PublicContact): string | undefined => {
  const { name, phone, email } = contact;
  const ways = [phone === undefined ? undefined : inSentence(phone), email].filter((way) => way !== undefined);
  if (ways.length === 0) return undefined;
  const who = name === undefined ? companyName : `${inSentence(name)}, ${companyName}`;
  return `Questions? ${who}: ${ways.join(' or ')}`;
};
