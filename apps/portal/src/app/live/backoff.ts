const shortest = 1_000;
const longest = 30_000;

/**
 * How long to wait before attempt number `attempt` (from 0), in milliseconds: doubling up to half a minute, of which the
 * second half is chance, so that a thousand screens do not come back in the same instant.
 */
export function waitBefore(attempt: number, random: () => number): number {
  const ceiling = Math.min(longest, shortest * 2 ** Math.min(attempt, 10));
  return ceiling / 2 + (random() * ceiling) / 2;
}

/** The same when the server said when to come back; never later than a minute. */
export function waitAsTold(retryAfterMs: number, random: () => number): number {
  return Math.min(retryAfterMs, 60_000) + random() * 1_000;
}
