import 'reflect-metadata';
import type { DynamicModule, INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MikroORM } from '@mikro-orm/postgresql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceName } from '@porchlight/contracts';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { migrate, type MigrationClass } from '../data/migrate';
import { schemaCheck } from '../data/schema-check';
import { httpsOnly } from '../http/https-only';
import { sayGoodbye } from '../http/say-goodbye';
import { letTooLargeBeAnswered } from '../http/too-large';
import { correlated } from '../observe/correlation';
import { Log } from '../observe/log';
import { Readiness } from '../observe/readiness';
import { measureRequests } from '../observe/request-metrics';
import { traceRequests } from '../telemetry/request-spans';
import { startTracing, type StopTracing } from '../telemetry/tracing';
import { ConfigError, readConfig, type PlatformConfig } from './config';
import { hardStopMs } from './hard-stop';

export interface ServeOptions<Config extends PlatformConfig> {
  service: ServiceName;
  configSchema: z.ZodType<Config>;
  module: (config: Config) => DynamicModule;
  migrations: readonly MigrationClass[];
  /** Connects consumers and responders before the service listens (`connectMessaging`). */
  microservices?: (app: INestApplication) => Promise<void>;
  /** Last touches to the HTTP server, e.g. cookies or the WebSocket upgrade. */
  prepare?: (app: NestFastifyApplication, config: Config) => Promise<void>;
}

const bodyLimit = 256 * 1024;

/** Starts a service, or with `migrate` as its argument brings its schema up to date and ends. */
export const serve = async <Config extends PlatformConfig>(options: ServeOptions<Config>): Promise<void> => {
  try {
    if (process.argv[2] === 'migrate') {
      const names = await migrate(options.migrations);
      process.stdout.write(
        `${options.service}: ${names.length === 0 ? 'schema up to date' : `ran ${names.join(', ')}`}\n`,
      );
      return;
    }
    await listen(options, readConfig(options.configSchema));
  } catch (error) {
    const text = error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${options.service} cannot start. ${text}\n`);
    process.exit(1);
  }
};

const listen = async <Config extends PlatformConfig>(options: ServeOptions<Config>, config: Config): Promise<void> => {
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: config.TRUSTED_PROXIES.length > 0 ? config.TRUSTED_PROXIES : false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 300 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(options.module(config), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  const log = app.get(Log);
  app.useLogger(log);
  app.get(Readiness).register('schema', schemaCheck(app.get(MikroORM), options.migrations));
  const stopTracing = await startTracing(options.service, config, log);
  const fastify = app.getHttpAdapter().getInstance();
  const transport = httpsOnly(config.PUBLIC_ORIGINS);
  fastify.addHook('onRequest', (request, reply, done) => {
    correlated(request.headers['x-correlation-id'], (id) => {
      void reply.headers({
        'x-correlation-id': id,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        ...transport,
      });
      done();
    });
  });
  sayGoodbye(fastify, app.get(Readiness));
  measureRequests(fastify);
  if (stopTracing) traceRequests(fastify);
  letTooLargeBeAnswered(app);
  await options.prepare?.(app, config);
  await options.microservices?.(app);
  await app.listen(config.PORT, config.HOST);
  log.info({ port: config.PORT }, 'listening');
  stopOnSignals(app, log, stopTracing);
};

const stopOnSignals = (app: INestApplication, log: Log, stopTracing: StopTracing | null): void => {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    app.get(Readiness).drain();
    setTimeout(() => process.exit(1), hardStopMs).unref();
    const ended = app.close().then(() => stopTracing?.());
    ended.then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
};
