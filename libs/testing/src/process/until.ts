import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the answer is something, and not false; throws after `timeoutMs` with what `orElse` says. */
export const until = async <T>(
  ask: () => T | false | null | undefined | Promise<T | false | null | undefined>,
  timeoutMs: number,
  orElse: string | (() => string) = 'it did not happen in time',
): Promise<T> => {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(typeof orElse === 'string' ? orElse : orElse());
    await pause(25);
  }
};
