import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { MikroORM, type EntityClass, type EntitySchema } from '@mikro-orm/postgresql';
import type { PlatformConfig } from '../boot/config';
import { Readiness } from '../observe/readiness';
import { Connection } from './connection';

export type Entities = (EntityClass<unknown> | EntitySchema)[];

/**
 * One connection pool per process, as the service's app role. PostgreSQL ends a transaction that lies idle for
 * `idleInTransactionMs`: a process that froze inside one must not keep its locks from the others. Not by `init`, which
 * looks for extensions and finds that for migrations, with a second MikroORM behind it: a third of a start.
 */
export const connectDatabase = (
  config: Pick<PlatformConfig, 'DATABASE_URL'>,
  entities: Entities,
  idleInTransactionMs: number,
): MikroORM =>
  new MikroORM({
    clientUrl: config.DATABASE_URL,
    entities,
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: 10 },
    driverOptions: { Client: Connection, idle_in_transaction_session_timeout: idleInTransactionMs },
    // Every use forks; the root manager must not be used by mistake.
    allowGlobalContext: false,
    forceUtcTimezone: true,
    // The tenant filter stands on both sides of a relation; to join for its sake would break `for update`.
    autoJoinRefsForFilters: false,
  });

/** Ready while the database answers; closes last, after everything that uses it. */
@Injectable()
export class Database implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(MikroORM) private readonly orm: MikroORM,
    private readonly readiness: Readiness,
  ) {}

  onApplicationBootstrap(): void {
    this.readiness.register('database', async () => {
      await this.orm.em.fork().execute('select 1');
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close(true);
  }
}
