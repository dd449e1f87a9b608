import { inject, Injectable } from '@angular/core';
import { type ActivatedRouteSnapshot, Router } from '@angular/router';
import { type Language, languageOf } from '@porchlight/ui';
import { type DoorWords, wordsIn } from './door-words';

/** The variant of the viewer's language that a page speaks, as its route resolves it; null where it speaks English as the rest. */
export const localeOfPage = ({ data, firstChild }: ActivatedRouteSnapshot): string | null => {
  if (firstChild) return localeOfPage(firstChild);
  const locale: unknown = data['language'];
  return typeof locale === 'string' ? locale : null;
};

/** The page that is open, for what speaks over it or asks for a mail from it. */
@Injectable({ providedIn: 'root' })
export class OpenPage {
  private readonly router = inject(Router);

  /** The viewer's language, where the page speaks it. */
  get language(): Language | undefined {
    const locale = localeOfPage(this.router.routerState.snapshot.root);
    return locale === null ? undefined : languageOf(locale);
  }

  get words(): DoorWords {
    return wordsIn(this.language ?? 'en');
  }
}
