import { inject, InjectionToken } from '@angular/core';
import { languageOf, VIEWER_LOCALE, type Language } from '@porchlight/ui';
import { english, type Words } from './english';
import { spanish } from './spanish';

export type { Words };

/** Both languages are in the first script: fetching one of them would make who reads it wait for one more answer. */
const languages: Record<Language, Words> = { en: english, es: spanish };

export const WORDS = new InjectionToken<Words>('words of the portal', {
  factory: () => languages[languageOf(inject(VIEWER_LOCALE))],
});
