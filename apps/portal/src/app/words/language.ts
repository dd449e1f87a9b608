import type { Provider } from '@angular/core';
import { localeOf, spokenLanguages, VIEWER_LOCALE } from '@porchlight/ui';

/** The viewer's language, from what the browser asks for. The page says which it is, for voices and hyphens. */
export function languageFor({ documentElement, defaultView }: Document): Provider {
  const locale = localeOf(defaultView?.navigator.languages ?? [], spokenLanguages);
  documentElement.lang = locale;
  return { provide: VIEWER_LOCALE, useValue: locale };
}
