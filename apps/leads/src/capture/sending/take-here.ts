import { problems } from '@porchlight/platform';
import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Takes a point that is counted in this process alone, at the cost of no query. Throws 429 where there is none left. */
export const takeHere = async (counted: RateLimiterMemory, key: string): Promise<void> => {
  try {
    await counted.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw problems.tooManyRequests(Math.max(1, Math.ceil(error.msBeforeNext / 1_000)));
  }
};
