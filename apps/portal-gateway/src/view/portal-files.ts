import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { CONFIG } from '@porchlight/platform';
import type { Config } from '../config';

/** The build names a file by its content, e.g. `main-4rk366mt.js`: what such a name stands for never changes. */
const namedByContent = /^\/portal\/[\w.-]+-[a-z0-9]{8}\.\w+$/;

/** The portal app's files but its page, each under a route of its own so that none can be taken for a project. */
@Injectable()
export class PortalFiles implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const { httpAdapter } = this.host;
    const files = {
      root: this.config.PORTAL_APP_DIR,
      prefix: '/portal/',
      wildcard: false,
      index: false as const,
      // The build has laid `.br` and `.gz` beside each file; by those names themselves nothing is served.
      preCompressed: true,
      globIgnore: ['index.html', '**/*.{br,gz}'],
    };
    // Not awaited: that would boot Fastify before Nest has set its error handler, and faults in bodies would miss it.
    void httpAdapter.useStaticAssets(files);
    httpAdapter.getInstance().addHook('onSend', async (request, reply) => {
      if (reply.statusCode === 200 && namedByContent.test(request.url))
        void reply.header('cache-control', 'public, max-age=31536000, immutable');
    });
  }
}
