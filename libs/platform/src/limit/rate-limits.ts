import { createHmac } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Transactions } from '../data/transactions';
import { problems } from '../http/problem';
import { LimitStore } from './limit-store';

/** How many points a bucket holds, and after how many seconds from the first one taken it is full again. */
export interface Bound {
  readonly points: number;
  readonly seconds: number;
}

/** One bucket: what is bounded, and for whom or what. */
export interface Bucket<Name extends string = string> {
  readonly of: Name;
  readonly key: string;
}

export type GiveBack = () => Promise<void>;

/**
 * Bounds how often things are tried; counted in PostgreSQL (`rate_limit`) for all replicas together, under names that say
 * of whom to nobody. A service extends it by its own bounds and a secret of its own.
 */
export class RateLimits<Name extends string> {
  private readonly store: LimitStore;
  private readonly limiters: ReadonlyMap<string, RateLimiterPostgres>;

  constructor(
    bounds: Readonly<Record<Name, Bound>>,
    private readonly secret: string,
    transactions: Transactions,
  ) {
    this.store = new LimitStore(transactions);
    this.limiters = new Map(
      Object.entries<Bound>(bounds).map(([of, { points, seconds }], index) => [
        of,
        new RateLimiterPostgres({
          storeClient: this.store,
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
  async take(...buckets: readonly Bucket<Name>[]): Promise<GiveBack> {
    for (const bucket of buckets) {
      const wait = await this.consume(bucket);
      if (wait !== null) throw problems.tooManyRequests(Math.max(1, Math.ceil(wait / 1_000)));
    }
    return async () => {
      for (const { of, key } of buckets) await this.limiter(of).reward(this.named(of, key), 1);
    };
  }

  /** The same, but says whether there was enough instead of throwing: for refusals that must not show. */
  async tryTake(...buckets: readonly Bucket<Name>[]): Promise<boolean> {
    for (const bucket of buckets) if ((await this.consume(bucket)) !== null) return false;
    return true;
  }

  /** The same in a transaction under way, for messages: a message that comes again takes nothing twice. */
  tryTakeWithin(em: EntityManager, ...buckets: readonly Bucket<Name>[]): Promise<boolean> {
    return this.store.within(em, () => this.tryTake(...buckets));
  }

  /** Null when there was enough; otherwise the milliseconds until the bucket is full again. */
  private async consume({ of, key }: Bucket<Name>): Promise<number | null> {
    try {
      await this.limiter(of).consume(this.named(of, key), 1);
      return null;
    } catch (error) {
      if (error instanceof RateLimiterRes) return error.msBeforeNext;
      throw error;
    }
  }

  private limiter(of: Name): RateLimiterPostgres {
    const limiter = this.limiters.get(of);
    if (!limiter) throw new Error(`nothing bounds ${of}`);
    return limiter;
  }

  /** With a key, because all addresses there are could be hashed and compared. */
  private named(of: Name, key: string): string {
    return createHmac('sha256', this.secret).update(`limit\0${of}\0${key}`).digest('base64url');
  }
}
