/** Chooses the form of a count in a locale: `plural('en', 1, { one: 'day left', other: 'days left' })`. */
export function plural(
  locale: string,
  count: number,
  forms: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
): string {
  return forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
}
