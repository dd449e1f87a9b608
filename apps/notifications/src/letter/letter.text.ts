import type { LetterWords } from './letter.words';

/** Whatever some reader of mail may show as the end of a line: no line of a message stands unquoted. */
const lineEnd = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;

const quoted = (message: string): string =>
  message
    .split(lineEnd)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

/** The text part: the same words for who reads mail without HTML. */
export const letterText = (words: LetterWords): string =>
  [
    words.heading,
    words.introduction,
    words.message === undefined ? undefined : quoted(words.message),
    `${words.button.label}:\n${words.button.url}`,
    words.expiry,
    words.caution,
    words.contact,
    words.why,
  ]
    .filter((paragraph) => paragraph !== undefined)
    .join('\n\n') + '\n';
