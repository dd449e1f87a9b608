import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { localeOfPage } from '../door/open-page';

/** `Projects · Porchlight` in the tab; pages that know better (a project's name) say so with `of`. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly page = inject(DOCUMENT).documentElement;
  /** The page by name, for the live region that announces a navigation. */
  readonly current = signal('');

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.page.lang = localeOfPage(snapshot.root) ?? 'en';
    this.of(this.buildTitle(snapshot) ?? '');
  }

  of(page: string): void {
    this.current.set(page);
    this.title.setTitle(page ? `${page} · Porchlight` : 'Porchlight');
  }
}
