/** A lease runs for 5 s in the database; a second earlier we stop, so that closing is done when it ends. In ms. */
export const heldFor = 4_000;

/**
 * When the right to push was last confirmed, on a clock that nobody sets. Counted from before the round trips, so it
 * never ends later than what the database believes.
 */
export class LeaseClock {
  private renewedFrom = -Infinity;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** An attempt; call what it gives once the round trips succeeded. */
  attempt(): () => void {
    const from = this.now();
    return () => {
      this.renewedFrom = Math.max(this.renewedFrom, from);
    };
  }

  isHeld(): boolean {
    return this.now() - this.renewedFrom < heldFor;
  }

  /** Given up on purpose. */
  end(): void {
    this.renewedFrom = -Infinity;
  }
}
