import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@porchlight/platform';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Config } from '../../config';
import { boundsOf } from '../../limit/bounds';
import { takeHere } from './take-here';

/**
 * Turns away a network that goes on sending after it was told as often to wait as it may send at all: before it takes
 * the place of others in the turnstile, and without a query.
 */
@Injectable()
export class Crowd {
  private readonly sendings: RateLimiterMemory;

  constructor(@Inject(CONFIG) config: Config) {
    const { points, seconds } = boundsOf(config).capture_address;
    this.sendings = new RateLimiterMemory({ points: 2 * points, duration: seconds });
  }

  /** Throws 429. */
  async letThrough(client: string): Promise<void> {
    await takeHere(this.sendings, client);
  }
}
