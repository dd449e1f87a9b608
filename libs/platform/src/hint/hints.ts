import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CONFIG, type PlatformConfig } from '../boot/config';
import { sql } from '../data/sql';
import { type Hint, hintChannel, type ToldHint } from './hint';

/** Tells the open screens of a company what to read again. */
@Injectable()
export class Hints {
  constructor(@Inject(CONFIG) private readonly config: PlatformConfig) {}

  /** Heard in every process of this service once the transaction has committed; never, when it rolls back. */
  async tell(em: EntityManager, companyId: string, { type, id }: Hint): Promise<void> {
    const told: ToldHint = { companyId, type, id };
    await sql(em, 'select pg_notify(?, ?)', [hintChannel(this.config), JSON.stringify(told)]);
  }
}
