import { z } from 'zod';
import { ProblemError } from '../http/problem';

const keysSchema = z.looseObject({ keys: z.array(z.looseObject({})).min(1) });
type Keys = z.infer<typeof keysSchema>;

/** Tokens name keys as they like, so identity is asked at most so often, in ms; in between what it last said holds. */
const askEveryMs = 1_000;
const patienceMs = 3_000;

/** Identity's keys are not to be had right now: nothing is known about the token, least of all that it is bad. */
export class KeysUnavailable extends ProblemError {
  constructor(override readonly cause: unknown) {
    super('unavailable', 503, 'Sign-ins cannot be checked right now. Try again in a moment.', {
      headers: { 'retry-after': '2' },
    });
  }
}

const ask = async (url: string): Promise<Keys> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
  if (!answer.ok) {
    await answer.body?.cancel();
    throw new Error(`identity answered ${answer.status} where its keys are`);
  }
  return keysSchema.parse(await answer.json());
};

/** Reads identity's key set (RFC 7517, 5). Whoever asks at the same time, or soon after, gets the same answer or failure. */
export class PublishedKeys {
  private askedAt = -Infinity;
  private answer: Promise<Keys> | null = null;

  constructor(private readonly now: () => number = () => performance.now()) {}

  read(url: string): Promise<Keys> {
    if (this.answer && this.now() - this.askedAt < askEveryMs) return this.answer;
    this.askedAt = this.now();
    this.answer = ask(url);
    return this.answer;
  }
}
