import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Server } from 'node:http';
import { collectDefaultMetrics, register } from 'prom-client';
import { CONFIG, type PlatformConfig } from '../boot/config';
import { Scrapes } from './scrapes';
import { serveMetrics } from './serve-metrics';

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
    this.server = await serveMetrics(this.config, () => this.scrapes.read());
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
    register.clear();
  }
}
