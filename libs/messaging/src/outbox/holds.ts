import { growingDelay } from '../growing-delay';

interface Hold {
  failures: number;
  until: number;
  held: boolean;
}

/**
 * Aggregates whose last row could not be published, held back for a growing while. A hold ends only in `current`, right
 * before rows are fetched: rows fetched while it lasted can never overtake the one that failed.
 */
export class Holds {
  private readonly holds = new Map<string, Hold>();

  add(aggregate: string): void {
    const failures = (this.holds.get(aggregate)?.failures ?? 0) + 1;
    this.holds.set(aggregate, { failures, held: true, until: Date.now() + growingDelay(failures, 5_000) });
  }

  /** Its next row was published. */
  forget(aggregate: string): void {
    this.holds.delete(aggregate);
  }

  has(aggregate: string): boolean {
    return this.holds.get(aggregate)?.held ?? false;
  }

  /** The aggregates still held, after ending the holds whose time has come. */
  current(): string[] {
    const now = Date.now();
    for (const hold of this.holds.values()) if (hold.until <= now) hold.held = false;
    return [...this.holds].filter(([, hold]) => hold.held).map(([aggregate]) => aggregate);
  }

  /** Lets the next `current` end every hold. */
  release(): void {
    for (const hold of this.holds.values()) hold.until = 0;
  }

  /** Milliseconds until the first hold may end; Infinity without any. */
  nextEndInMs(): number {
    const ends = [...this.holds.values()].filter((hold) => hold.held).map((hold) => hold.until - Date.now());
    return Math.max(Math.min(...ends), 0);
  }
}
