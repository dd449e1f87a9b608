import { ChangeDetectionStrategy, Component, DestroyRef, DOCUMENT, inject, InjectionToken } from '@angular/core';
import { projectIdIn } from '../entry/read-entry';
import { LATER_WORDS } from '../words/later-words';

/** Loads the page anew, so that the gateway decides what stands in it. */
export const RELOAD = new InjectionToken<() => void>('load the page anew', {
  factory: () => {
    const { location } = inject(DOCUMENT);
    return () => location.reload();
  },
});

const shortest = 1_500;
const longest = 15_000;

/** The first view of a new project is on its way: asks until there is an answer, then loads the page anew. */
@Component({
  selector: 'pl-not-ready',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main>
      <h1>{{ words.title }}</h1>
      <p class="measure">{{ words.text }}</p>
    </main>
  `,
  styleUrl: './plain-page.css',
})
export class NotReady {
  protected readonly words = inject(LATER_WORDS).pages.notReady;
  private readonly reload = inject(RELOAD);
  private readonly projectId = projectIdIn(inject(DOCUMENT).location.pathname);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wait = shortest;

  constructor() {
    this.askLater();
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  private askLater(): void {
    this.timer = setTimeout(() => void this.ask(), this.wait);
    this.wait = Math.min(this.wait * 1.5, longest);
  }

  private async ask(): Promise<void> {
    if (await this.stillOnItsWay()) this.askLater();
    else this.reload();
  }

  private async stillOnItsWay(): Promise<boolean> {
    try {
      const response = await fetch(`/api/portal/${this.projectId}`, { cache: 'no-store' });
      return response.status >= 500 || response.status === 429;
    } catch {
      return true;
    }
  }
}
