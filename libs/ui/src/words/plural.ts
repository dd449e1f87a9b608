type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** Chooses the form of a count in a locale: `plural('en', 1, { one: 'day left', other: 'days left' })`. */
export function plural(locale: string, count: number, forms: Forms): string {
  return forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
}

/** The same in a locale that is already chosen, for lists of words. */
export type CountedWords = (count: number, forms: Forms) => string;

export const countedIn =
  (locale: string): CountedWords =>
  (count, forms) =>
    plural(locale, count, forms);
