import { DestroyRef, DOCUMENT, inject, Injectable, InjectionToken } from '@angular/core';

/** Loads the page anew, so that the gateway decides what stands in it. */
export const RELOAD = new InjectionToken<() => void>('load the page anew', {
  factory: () => {
    const { location } = inject(DOCUMENT);
    return () => location.reload();
  },
});

const shortest = 1_500;
const longest = 15_000;
const patience = 10_000;

/** Asks for this very page until there is an answer, then loads it anew; for as long as its component is there. */
@Injectable()
export class ComeBack {
  private readonly reload = inject(RELOAD);
  private readonly location = inject(DOCUMENT).location;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wait = shortest;
  private isLeft = false;

  constructor() {
    this.askLater();
    inject(DestroyRef).onDestroy(() => {
      this.isLeft = true;
      clearTimeout(this.timer);
    });
  }

  /** Whether the page is there, and is being loaded. */
  async ask(): Promise<boolean> {
    const isThere = !(await this.isStillAway());
    if (this.isLeft) return false;
    if (isThere) this.reload();
    else this.askLater();
    return isThere;
  }

  private askLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), this.wait);
    this.wait = Math.min(this.wait * 1.5, longest);
  }

  /** Asked by its whole address: with a link in it, nothing but the page itself answers for that link. */
  private async isStillAway(): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(patience);
      const { status } = await fetch(this.location.href, { cache: 'no-store', redirect: 'manual', signal });
      return status >= 500 || status === 429;
    } catch {
      return true;
    }
  }
}
