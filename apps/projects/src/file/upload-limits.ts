import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, RateLimits, Transactions } from '@porchlight/platform';
import type { Config } from '../config';

/** Bounds how much a company uploads in an hour. Companies are no secret here, so neither is what their counts are named by. */
@Injectable()
export class UploadLimits extends RateLimits<'upload'> {
  constructor(@Inject(CONFIG) config: Config, transactions: Transactions) {
    super({ upload: { points: config.LIMIT_UPLOADS, seconds: 60 * 60 } }, 'projects', transactions);
  }
}
