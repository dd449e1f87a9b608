import { DOCUMENT, inject, InjectionToken } from '@angular/core';

/** The languages the screens are written in. */
export const spokenLanguages = ['en'] as const;

/**
 * The viewer's own variant of a language we speak, for dates and plurals ("en-GB" writes 4 December, "en-US" December 4);
 * plain "en" where the browser asks for languages we do not speak, so that words and dates never mix.
 */
export function localeOf(asked: readonly string[]): string {
  const spoken = (tag: string) => spokenLanguages.some((language) => tag.toLowerCase().split('-')[0] === language);
  return asked.find(spoken) ?? 'en';
}

export const VIEWER_LOCALE = new InjectionToken<string>('locale of the viewer', {
  factory: () => localeOf(inject(DOCUMENT).defaultView?.navigator.languages ?? []),
});
