/**
 * Lets a few in at a time, the others in the order they came. When thousands come back at once, they wait for each other,
 * and what keeps the process alive (its lease, above all) does not wait behind them all.
 */
export class Turnstile {
  private inside = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly mostInside: number,
    private readonly longestQueue: number,
  ) {}

  /** Runs `work` in its turn; null when too many wait already. */
  async through<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.inside < this.mostInside) this.inside += 1;
    else if (this.queue.length < this.longestQueue) await new Promise<void>((resolve) => this.queue.push(resolve));
    else return null;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      // The place is handed on, so that nobody who comes meanwhile takes it.
      if (next) next();
      else this.inside -= 1;
    }
  }
}
