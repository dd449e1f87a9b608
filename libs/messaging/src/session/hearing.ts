/** Unheard for this long, identity may have ended sessions without our knowing. */
const silenceMs = 5_000;
/** A gap between two beats in which a message may have been lost. Beats come every second. */
const gapMs = 2_500;
/** Access tokens live ten minutes: after that long without a gap, every session was either begun or checked since. */
const tokenLifeMs = 10 * 60_000 + 30_000;

/** How well identity has been heard, on a monotonic clock in milliseconds. */
export class Hearing {
  private lastBeat: number | undefined;
  private lost = true;
  private heardAllSince = 0;
  private checked = new Map<string, number>();

  constructor(readonly now: () => number) {}

  /** Identity's heartbeat came. */
  beat(): void {
    const now = this.now();
    if (this.lost || this.lastBeat === undefined || now - this.lastBeat > gapMs) {
      this.heardAllSince = now;
      this.checked = new Map();
    }
    this.lost = false;
    this.lastBeat = now;
  }

  /** The connection broke: messages may be lost until the next beat. */
  lose(): void {
    this.lost = true;
  }

  /** Identity said, asked at `askedAt`, that the session is active. */
  verified(sid: string, askedAt: number): void {
    this.checked.set(sid, askedAt);
  }

  /** Whether the end of this session would have been heard. */
  isSure(sid: string): boolean {
    const now = this.now();
    if (this.lost || this.lastBeat === undefined || now - this.lastBeat > silenceMs) return false;
    if (now - this.heardAllSince > tokenLifeMs) return true;
    return (this.checked.get(sid) ?? -Infinity) >= this.heardAllSince;
  }
}
