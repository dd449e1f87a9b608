/** How long an answer of identity's is believed while nothing ends the session and identity is heard, in ms. */
export const believedFor = 60_000;

/** The sessions that identity confirmed a short while ago. Moments are of one clock, in ms, and never go backwards. */
export class ConfirmedSessions {
  private readonly confirmedAt = new Map<string, number>();

  get size(): number {
    return this.confirmedAt.size;
  }

  /** Keeps those confirmed last at the end, so that what is believed no more stands in front and goes. */
  add(sid: string, now: number): void {
    this.confirmedAt.delete(sid);
    this.confirmedAt.set(sid, now);
    for (const [oldest, confirmedAt] of this.confirmedAt) {
      if (now - confirmedAt <= believedFor) return;
      this.confirmedAt.delete(oldest);
    }
  }

  has(sid: string, now: number): boolean {
    const confirmedAt = this.confirmedAt.get(sid);
    return confirmedAt !== undefined && now - confirmedAt <= believedFor;
  }

  delete(sid: string): void {
    this.confirmedAt.delete(sid);
  }

  clear(): void {
    this.confirmedAt.clear();
  }
}
