import { DOCUMENT, inject, Injectable, Injector, signal } from '@angular/core';
import type { PortalEntry, PortalViewV1 } from '@porchlight/contracts';
import { wearBrand } from '@porchlight/ui';
import { takeEntry } from './entry/read-entry';
import { RestOfPage } from './later/rest-of-page';
import type { EndReason } from './live/ask-for-view';
import type { Followed } from './live/follow';
import type { Freshness } from './live/live-connection';
import type { Company } from './view/contact-way';
import { WORDS } from './words/words';

export type Viewer = Extract<PortalEntry, { state: 'view' }>['viewer'];
/** Why a way in is dead; `removed` is said to somebody who came with an account, not a link. */
export type DeadReason = Extract<PortalEntry, { state: 'dead_link' }>['reason'] | 'removed';
/** What stands on the screen. `view` is the only page with project data; the view itself is in `Visit.view`. */
export type Page =
  | { state: 'view'; viewer: Viewer }
  | { state: 'dead_link'; reason: DeadReason; company?: Company }
  | { state: 'unavailable'; company?: Company }
  | { state: 'no_access' | 'not_ready' | 'signed_out' };

const glowFor = 2_000;

/** One visit to the portal, from the entry in the page to its end: what is shown, how fresh it is, what just changed. */
@Injectable({ providedIn: 'root' })
export class Visit implements Followed {
  private readonly document = inject(DOCUMENT);
  private readonly words = inject(WORDS);
  private readonly injector = inject(Injector);
  private readonly rest = inject(RestOfPage);
  private glow: ReturnType<typeof setTimeout> | undefined;

  private readonly shownPage = signal<Page>({ state: 'not_ready' });
  private readonly shownView = signal<PortalViewV1 | null>(null);
  private readonly shownFreshness = signal<Freshness>({ state: 'connecting', asOf: Date.now() });
  private readonly changedPlaces = signal<ReadonlySet<string>>(new Set());
  private readonly saidLast = signal('');

  readonly page = this.shownPage.asReadonly();
  readonly view = this.shownView.asReadonly();
  readonly freshness = this.shownFreshness.asReadonly();
  /** The places on the page that changed a moment ago. */
  readonly touched = this.changedPlaces.asReadonly();
  readonly announcement = this.saidLast.asReadonly();

  begin(): void {
    const entry = takeEntry(this.document);
    if (entry.state === 'view') this.open(entry.viewer, entry.view);
    else this.close(entry);
    const { injector } = this;
    this.rest.fetch(({ follow }) => follow(this, injector));
  }

  private open(viewer: Viewer, view: PortalViewV1): void {
    this.shownPage.set({ state: 'view', viewer });
    this.dress(view);
    this.shownView.set(view);
  }

  show(view: PortalViewV1, said: string, places: ReadonlySet<string>): void {
    this.dress(view);
    this.shownView.set(view);
    this.saidLast.set(said);
    this.changedPlaces.set(places);
    clearTimeout(this.glow);
    this.glow = setTimeout(() => this.changedPlaces.set(new Set()), glowFor);
  }

  fresh(freshness: Freshness): void {
    this.shownFreshness.set(freshness);
  }

  /** Of the project nothing stays: not on the screen, not in memory, not in the tab's title. */
  end(reason: EndReason): void {
    const company = this.shownView()?.company;
    const page = this.shownPage();
    const byLink = page.state === 'view' && page.viewer === 'link';
    if (reason === 'expired') this.close({ state: 'dead_link', reason, company });
    else if (reason === 'revoked') this.close({ state: 'dead_link', reason: byLink ? reason : 'removed', company });
    else this.close({ state: reason });
  }

  private close(page: Page): void {
    clearTimeout(this.glow);
    this.shownView.set(null);
    this.changedPlaces.set(new Set());
    this.saidLast.set('');
    this.shownPage.set(page);
    this.document.title = this.words.product;
    wearBrand(this.document.documentElement, 'company' in page ? (page.company?.colors ?? null) : null);
  }

  private dress(view: PortalViewV1): void {
    this.document.title = this.words.tabTitle(view.name, view.company.name);
    wearBrand(this.document.documentElement, view.company.colors);
  }
}
