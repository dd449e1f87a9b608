import { DOCUMENT, InjectionToken, type Injector } from '@angular/core';
import type { PortalViewV1 } from '@porchlight/contracts';
import { VIEWER_LOCALE } from '@porchlight/ui';
import { noteVisits } from '../note-visits';
import type { Page } from '../visit';
import { LATER_WORDS } from '../words/later-words';
import type { EndReason } from './ask-for-view';
import { browserLine } from './browser-line';
import { announcementOf, changesBetween } from './changes';
import { LiveConnection, type Freshness, type Line } from './live-connection';

export const LINE = new InjectionToken<(projectId: string, window: Window) => Line>('line to the gateway', {
  factory: () => browserLine,
});

/** Whose view is kept at its newest. */
export interface Followed {
  page(): Page;
  view(): PortalViewV1 | null;
  /** `said`: what changed, in a sentence; `places`: where. */
  show(view: PortalViewV1, said: string, places: ReadonlySet<string>): void;
  fresh(freshness: Freshness): void;
  end(reason: EndReason): void;
}

/** Keeps a project on the screen at its newest, tells what changed, and notes that somebody looks at it. */
export function follow(followed: Followed, injector: Injector): void {
  const document = injector.get(DOCUMENT);
  const window = document.defaultView;
  const first = followed.view();
  const page = followed.page();
  if (!window || !first || page.state !== 'view') return;
  if (page.viewer === 'link') noteVisits(first.projectId, document);
  const words = injector.get(LATER_WORDS);
  const connection = new LiveConnection(first.version, injector.get(LINE)(first.projectId, window), {
    show: (view) => {
      const changes = changesBetween(followed.view() ?? view, view, words, injector.get(VIEWER_LOCALE));
      followed.show(view, announcementOf(changes, words), new Set(changes.map(({ place }) => place)));
    },
    fresh: (freshness) => followed.fresh(freshness),
    end: (reason) => followed.end(reason),
  });
  window.addEventListener('online', () => connection.wake());
  window.addEventListener('offline', () => connection.lose());
  window.addEventListener('pageshow', () => connection.wake());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) connection.wake();
  });
  connection.start();
}
