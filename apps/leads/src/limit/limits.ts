import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, RateLimits, Transactions } from '@porchlight/platform';
import type { Config } from '../config';
import { type BoundName, boundsOf } from './bounds';

/** Bounds what strangers send and what companies store. */
@Injectable()
export class Limits extends RateLimits<BoundName> {
  constructor(@Inject(CONFIG) config: Config, transactions: Transactions) {
    super(boundsOf(config), config.TOKEN_KEYS, transactions);
  }
}
