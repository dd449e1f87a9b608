import type { askLetter, AnswerOf, LetterKind } from '@porchlight/contracts';
import type { LetterWords } from '../letter/letter.words';
import type { InEachTongue, Tongue } from '../letter/tongue';
import { english } from './account.english';
import { spanish } from './account.spanish';

/** What identity says of a letter about an account. */
export type SendableLetter = Extract<AnswerOf<typeof askLetter>, { sendable: true }>;

/** How a language says one kind of letter. */
export type AccountSays = (letter: SendableLetter, now: Date) => Omit<LetterWords, 'tongue' | 'from'>;

const says: InEachTongue<Readonly<Record<LetterKind, AccountSays>>> = { en: english, es: spanish };

/** Puts a letter about an account into words. Porchlight itself speaks here, for no company. */
export const accountWords = (
  kind: LetterKind,
  letter: SendableLetter,
  now: Date,
  asked?: Tongue | null,
): LetterWords => {
  const tongue = asked ?? letter.locale;
  return { tongue, from: 'Porchlight', ...says[tongue][kind](letter, now) };
};
