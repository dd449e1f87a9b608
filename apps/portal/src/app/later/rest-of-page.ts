import { DOCUMENT, inject, Injectable, InjectionToken, signal } from '@angular/core';
import type * as rest from './rest';

export type Rest = typeof rest;

export const LOAD_REST = new InjectionToken<() => Promise<Rest>>('the second script', {
  factory: () => () => import('./rest'),
});

/** A tab that nobody sees paints nothing; it is loaded all the same. In milliseconds, as is what follows. */
const longestToPaint = 200;
const firstWait = 2_000;
const longestWait = 30_000;

/**
 * The rest of the page, in a script of its own: asked for once the first view is painted, and again until it is there.
 * From then on nothing on the page needs another script, however the connection fares.
 */
@Injectable({ providedIn: 'root' })
export class RestOfPage {
  private readonly load = inject(LOAD_REST);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly cameAs = signal<Rest | null>(null);
  private readonly failedLast = signal(false);
  private tries = 0;

  /** Null until it is there. */
  readonly parts = this.cameAs.asReadonly();
  /** Whether it could not be had, so far. */
  readonly missing = this.failedLast.asReadonly();

  /** Asks for it; `then` is told once it is there. */
  fetch(then: (rest: Rest) => void): void {
    this.afterPaint(() => void this.ask(then));
  }

  private async ask(then: (rest: Rest) => void): Promise<void> {
    try {
      const rest = await this.load();
      this.failedLast.set(false);
      this.cameAs.set(rest);
      then(rest);
    } catch {
      this.failedLast.set(true);
      setTimeout(() => void this.ask(then), Math.min(firstWait * 2 ** this.tries++, longestWait));
    }
  }

  /** A frame's callback runs before it is painted, what it sets aside after. */
  private afterPaint(then: () => void): void {
    let waits = true;
    const once = () => {
      if (waits) then();
      waits = false;
    };
    this.window?.requestAnimationFrame(() => setTimeout(once));
    setTimeout(once, longestToPaint);
  }
}
