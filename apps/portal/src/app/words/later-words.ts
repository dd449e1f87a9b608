import { inject, InjectionToken } from '@angular/core';
import { countedIn, languageOf, VIEWER_LOCALE, type Language } from '@porchlight/ui';
import { laterEnglish, type LaterWords } from './later-english';
import { laterSpanish } from './later-spanish';

export type { LaterWords };

const languages: Record<Language, typeof laterEnglish> = { en: laterEnglish, es: laterSpanish };

/** The words of all that comes with the second script. */
export const LATER_WORDS = new InjectionToken<LaterWords>('later words of the portal', {
  factory: () => {
    const locale = inject(VIEWER_LOCALE);
    return languages[languageOf(locale)](countedIn(locale));
  },
});
