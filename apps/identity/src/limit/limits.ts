import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, problems, Transactions } from '@porchlight/platform';
import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Config } from '../config';
import { boundsOf, type Bound, type BoundName } from './bounds';
import { LimitStore } from './limit-store';

/** One bucket: what is bounded, and for whom or what. */
export interface Bucket {
  readonly of: BoundName;
  readonly key: string;
}

export type GiveBack = () => Promise<void>;

/** Bounds how often things are tried; counted in PostgreSQL for all replicas together, under names that say of whom to nobody. */
@Injectable()
export class Limits {
  private readonly limiters: ReadonlyMap<BoundName, RateLimiterPostgres>;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    transactions: Transactions,
  ) {
    const store = new LimitStore(transactions);
    const bounds = Object.entries(boundsOf(config)) as [BoundName, Bound][];
    this.limiters = new Map(
      bounds.map(([of, { points, seconds }], index) => [
        of,
        new RateLimiterPostgres({
          storeClient: store,
          storeType: 'client',
          tableName: 'rate_limit',
          tableCreated: true,
          // One of them sweeps the table for all.
          clearExpiredByTimeout: index === 0,
          keyPrefix: of,
          points,
          duration: seconds,
        }),
      ]),
    );
  }

  /**
   * Takes from each bucket in turn, before the work that is bounded: parallel tries cannot slip in between. Throws 429
   * where one has too little left. The function it gives puts everything back, for tries that turn out to be rightful.
   */
  async take(...buckets: readonly Bucket[]): Promise<GiveBack> {
    for (const bucket of buckets) {
      const wait = await this.consume(bucket);
      if (wait !== null) throw problems.tooManyRequests(Math.max(1, Math.ceil(wait / 1_000)));
    }
    return async () => {
      for (const { of, key } of buckets) await this.limiter(of).reward(this.named(of, key), 1);
    };
  }

  /** The same, but says whether there was enough instead of throwing: for refusals that must not show. */
  async tryTake(...buckets: readonly Bucket[]): Promise<boolean> {
    for (const bucket of buckets) if ((await this.consume(bucket)) !== null) return false;
    return true;
  }

  /** Null when there was enough; otherwise the milliseconds until the bucket is full again. */
  private async consume({ of, key }: Bucket): Promise<number | null> {
    try {
      await this.limiter(of).consume(this.named(of, key), 1);
      return null;
    } catch (error) {
      if (error instanceof RateLimiterRes) return error.msBeforeNext;
      throw error;
    }
  }

  private limiter(of: BoundName): RateLimiterPostgres {
    const limiter = this.limiters.get(of);
    if (!limiter) throw new Error(`nothing bounds ${of}`);
    return limiter;
  }

  /** With a key, because all addresses there are could be hashed and compared. */
  private named(of: BoundName, key: string): string {
    return createHmac('sha256', this.config.TOKEN_KEYS).update(`limit\0${of}\0${key}`).digest('base64url');
  }
}
