import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { MikroORM } from '@mikro-orm/postgresql';
import type { ServiceName } from '@porchlight/contracts';
import { AccessGuard } from '../auth/access.guard';
import { JwtStrategy } from '../auth/jwt.strategy';
import { connectDatabase, Database, type Entities } from '../data/database';
import { Transactions } from '../data/transactions';
import { EtagInterceptor } from '../http/etag.interceptor';
import { OpenApiController } from '../http/openapi.controller';
import { ProblemFilter } from '../http/problem.filter';
import { HealthController } from '../observe/health.controller';
import { Log } from '../observe/log';
import { MetricsServer } from '../observe/metrics';
import { Readiness } from '../observe/readiness';
import { Scrapes } from '../observe/scrapes';
import { CONFIG, type PlatformConfig } from './config';
import { SERVICE } from './service';

export interface PlatformOptions {
  service: ServiceName;
  config: PlatformConfig;
  entities: Entities;
  /** How long a transaction may wait on something else than PostgreSQL, e.g. on a mail server. */
  idleInTransactionMs?: number;
}

/** What every service stands on. `EndedSessions` comes from messaging, or from identity's own module. */
@Module({})
export class PlatformModule {
  static with({ service, config, entities, idleInTransactionMs = 15_000 }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [PassportModule, DiscoveryModule],
      controllers: [HealthController, OpenApiController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: SERVICE, useValue: service },
        { provide: Log, useFactory: () => new Log(service, config.LOG_LEVEL) },
        { provide: MikroORM, useFactory: () => connectDatabase(config, entities, idleInTransactionMs) },
        Readiness,
        Scrapes,
        Database,
        Transactions,
        MetricsServer,
        JwtStrategy,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
      ],
      exports: [CONFIG, SERVICE, Log, MikroORM, Readiness, Scrapes, Transactions, DiscoveryModule],
    };
  }
}
