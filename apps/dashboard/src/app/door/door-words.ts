import { DOCUMENT, inject, InjectionToken, type Provider } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { type Language, languageOf, localeOf, spokenLanguages, VIEWER_LOCALE } from '@porchlight/ui';
import { type DoorWords, english } from './english';
import { spanish } from './spanish';

export type { DoorWords };

const languages: Readonly<Record<Language, DoorWords>> = { en: english, es: spanish };

export const wordsIn = (language: Language): DoorWords => languages[language];

/** English, as the rest of the dashboard is, but on pages `inViewersLanguage`. */
export const DOOR_WORDS = new InjectionToken<DoorWords>('words of the pages on the way in', { factory: () => english });

/** For the routes of pages that homeowners come by or have to themselves: they speak what the browser asks for. */
export const inViewersLanguage: Provider[] = [
  {
    provide: VIEWER_LOCALE,
    useFactory: () => localeOf(inject(DOCUMENT).defaultView?.navigator.languages ?? [], spokenLanguages),
  },
  { provide: DOOR_WORDS, useFactory: () => wordsIn(languageOf(inject(VIEWER_LOCALE))) },
];

/** The language of such a page, for who reads it aloud. */
export const viewersLanguage: ResolveFn<string> = () => inject(VIEWER_LOCALE);

/** The title of such a page. */
export const titled =
  (title: (words: DoorWords) => string): ResolveFn<string> =>
  () =>
    title(inject(DOOR_WORDS));
