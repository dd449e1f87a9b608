import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type ActivatedRouteSnapshot, type RouterStateSnapshot, TitleStrategy } from '@angular/router';

/** `Projects · Porchlight` in the tab; pages that know better (a project's name) say so with `of`. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly page = inject(DOCUMENT).documentElement;
  /** The page by name, for the live region that announces a navigation. */
  readonly current = signal('');

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.page.lang = languageOfPage(snapshot.root);
    this.of(this.buildTitle(snapshot) ?? '');
  }

  of(page: string): void {
    this.current.set(page);
    this.title.setTitle(page ? `${page} · Porchlight` : 'Porchlight');
  }
}

/** English, unless its route resolves another. */
const languageOfPage = ({ data, firstChild }: ActivatedRouteSnapshot): string => {
  if (firstChild) return languageOfPage(firstChild);
  const language: unknown = data['language'];
  return typeof language === 'string' ? language : 'en';
};
