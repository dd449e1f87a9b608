/** 0.5 s, doubled with each failure, at most a minute; in milliseconds. `failures` counts from 1. */
export const growingDelay = (failures: number, longest = 60_000): number =>
  Math.min(500 * 2 ** Math.min(failures - 1, 20), longest);
