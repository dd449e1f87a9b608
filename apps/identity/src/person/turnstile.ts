/** Thrown when more are waiting than the turnstile lets wait. */
export class TurnstileFull extends Error {}

/** Lets `width` pieces of work run at once; the others wait in order of arrival, at most `room` of them. */
export class Turnstile {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly room: number,
  ) {}

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside < this.width) this.inside += 1;
    else await this.wait();
    try {
      return await work();
    } finally {
      // The place is handed on rather than freed, so nobody overtakes who waits.
      const next = this.waiting.shift();
      if (next) next();
      else this.inside -= 1;
    }
  }

  private wait(): Promise<void> {
    if (this.waiting.length >= this.room) throw new TurnstileFull('too many are waiting');
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
