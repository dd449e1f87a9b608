import { DOCUMENT, inject, InjectionToken } from '@angular/core';

/** The languages that homeowners' pages are written in. */
export const spokenLanguages = ['en', 'es'] as const;
export type Language = (typeof spokenLanguages)[number];

/** The language of a locale: "es" of "es-MX"; English for what we do not speak. */
export const languageOf = (locale: string): Language =>
  spokenLanguages.find((language) => locale.toLowerCase().split('-')[0] === language) ?? 'en';

/** Some browsers ask for what is no locale ("en-US@posix"), and Intl throws at it. */
const isLocale = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/**
 * The viewer's own variant of a language a screen speaks, for dates and plurals ("en-GB" writes 4 December, "en-US"
 * December 4); plain "en" where the browser asks for others, so that words and dates never mix.
 */
export function localeOf(asked: readonly string[], languages: readonly Language[] = ['en']): string {
  const spoken = (tag: string) => languages.some((language) => tag.toLowerCase().split('-')[0] === language);
  return asked.find((tag) => spoken(tag) && isLocale(tag)) ?? 'en';
}

/** English, unless the app at hand speaks more and provides another. */
export const VIEWER_LOCALE = new InjectionToken<string>('locale of the viewer', {
  factory: () => localeOf(inject(DOCUMENT).defaultView?.navigator.languages ?? []),
});
