import { problems } from '@porchlight/platform';

interface Waiting {
  readonly of: string;
  readonly begin: () => void;
}

/** Lets few at once, of each asker fewer, and the others wait their turn: a burst costs time instead of memory. */
export class Turns {
  private readonly running = new Map<string, number>();
  private waiting: Waiting[] = [];
  private atWork = 0;

  constructor(private readonly bounds: { atOnce: number; ofEach: number; patienceMs: number }) {}

  /** Throws 503 when the turn does not come in time. */
  async take<T>(of: string, work: () => Promise<T>): Promise<T> {
    if (this.isFree(of)) this.count(of, 1);
    else await this.wait(of);
    try {
      return await work();
    } finally {
      this.count(of, -1);
      this.next();
    }
  }

  private isFree(of: string): boolean {
    return this.atWork < this.bounds.atOnce && (this.running.get(of) ?? 0) < this.bounds.ofEach;
  }

  private count(of: string, change: 1 | -1): void {
    const running = (this.running.get(of) ?? 0) + change;
    if (running === 0) this.running.delete(of);
    else this.running.set(of, running);
    this.atWork += change;
  }

  private wait(of: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const clock = setTimeout(() => {
        this.waiting = this.waiting.filter((other) => other !== one);
        reject(problems.unavailable('Too much is being uploaded at once. Try again in a moment.', 5));
      }, this.bounds.patienceMs);
      const one: Waiting = {
        of,
        begin: () => {
          clearTimeout(clock);
          resolve();
        },
      };
      this.waiting.push(one);
    });
  }

  /** Whoever has waited longest of those that may begin; counted at once, so that nobody slips in between. */
  private next(): void {
    const index = this.waiting.findIndex(({ of }) => this.isFree(of));
    const [one] = index < 0 ? [] : this.waiting.splice(index, 1);
    if (!one) return;
    this.count(one.of, 1);
    one.begin();
  }
}
