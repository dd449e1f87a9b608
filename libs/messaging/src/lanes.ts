/** Runs work in order within a lane and side by side across lanes, at most `width` at once. */
export class Lanes {
  private readonly tails = new Map<string, Promise<void>>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly width: number) {}

  /** Settles with `work`, which starts once everything before it in its lane has settled. */
  run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const result = (this.tails.get(lane) ?? Promise.resolve()).then(() => this.withSlot(work));
    const leave = () => this.leave(lane, tail);
    const tail: Promise<void> = result.then(leave, leave);
    this.tails.set(lane, tail);
    return result;
  }

  /** Resolves when nothing runs or waits. */
  async idle(): Promise<void> {
    while (this.tails.size > 0) await Promise.all(this.tails.values());
  }

  private leave(lane: string, tail: Promise<void>): void {
    if (this.tails.get(lane) === tail) this.tails.delete(lane);
  }

  private async withSlot<T>(work: () => Promise<T>): Promise<T> {
    while (this.running >= this.width) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
