import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { sharedLinkSchema } from '@porchlight/contracts';
import { Describe, IdPipe, Public } from '@porchlight/platform';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ShareService } from './share.service';

@Controller('api/portal/:projectId/share')
export class ShareController {
  constructor(private readonly shares: ShareService) {}

  @Post()
  @Public()
  @HttpCode(200)
  @Describe({
    summary: 'The link to pass on, by the portal cookie.',
    access: 'link-holder',
    reply: sharedLinkSchema,
    status: 200,
  })
  async share(
    @Param('projectId', IdPipe) projectId: string,
    @Req() request: FastifyRequest,
  ): Promise<z.infer<typeof sharedLinkSchema>> {
    return { url: await this.shares.urlFor(projectId, request.headers.cookie) };
  }
}
