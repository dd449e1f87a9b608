import { inject, InjectionToken } from '@angular/core';
import { countedIn, languageOf, VIEWER_LOCALE, type Language } from '@porchlight/ui';
import { english, type Words } from './english';
import { spanish } from './spanish';

export type { Words };

/**
 * Both languages are in the one script: fetching the second (under 3 kB) would cut a third script out of every first
 * visit, and make who reads Spanish wait for one more answer.
 */
const languages: Record<Language, typeof english> = { en: english, es: spanish };

export const WORDS = new InjectionToken<Words>('words of the portal', {
  factory: () => {
    const locale = inject(VIEWER_LOCALE);
    return languages[languageOf(locale)](countedIn(locale));
  },
});
