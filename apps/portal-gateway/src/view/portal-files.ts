import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { CONFIG } from '@porchlight/platform';
import type { Config } from '../config';

/**
 * The portal app's scripts and styles, each under a route of its own so that none can be taken for a project. The build
 * names each by its content, so what a name stands for never changes; the page itself is served by its controller.
 */
@Injectable()
export class PortalFiles implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.host.httpAdapter.useStaticAssets({
      root: this.config.PORTAL_APP_DIR,
      prefix: '/portal/',
      wildcard: false,
      index: false,
      allowedPath: (path) => path !== '/index.html',
      maxAge: '365d',
      immutable: true,
    });
  }
}
