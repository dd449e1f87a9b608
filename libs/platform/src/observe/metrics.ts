import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, register } from 'prom-client';
import { CONFIG, type PlatformConfig } from '../boot/config';
import { Scrapes } from './scrapes';

/** Serves `GET /metrics` on a port of its own, which no proxy forwards to. */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private server?: Server;

  constructor(
    @Inject(CONFIG) private readonly config: PlatformConfig,
    private readonly scrapes: Scrapes,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    collectDefaultMetrics();
    const server = createServer((request, response) => {
      if (request.url !== '/metrics') {
        response.writeHead(404).end();
        return;
      }
      void this.scrapes
        .read()
        .then(() => register.metrics())
        .then((text) => response.writeHead(200, { 'content-type': register.contentType }).end(text));
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.config.METRICS_PORT, this.config.HOST, resolve);
    });
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
    register.clear();
  }
}
