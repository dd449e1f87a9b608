import { inject, InjectionToken } from '@angular/core';
import { english, type UiWords } from './english';
import { countedIn } from './plural';
import { spanish } from './spanish';
import { languageOf, VIEWER_LOCALE, type Language } from './viewer-locale';

export type { UiWords };

/** Both languages stand here: they are a few lines, less than asking for one of them would cost. */
export const uiWords: Record<Language, typeof english> = { en: english, es: spanish };

export const UI_WORDS = new InjectionToken<UiWords>('words of the shared components', {
  factory: () => {
    const locale = inject(VIEWER_LOCALE);
    return uiWords[languageOf(locale)](countedIn(locale));
  },
});
