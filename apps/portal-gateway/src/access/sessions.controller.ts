import { Controller, Param, Post, Res } from '@nestjs/common';
import { portalSessionSchema } from '@porchlight/contracts';
import { Caller, Describe, IdPipe } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { SessionsService } from './sessions.service';

@Controller('api/portal/:projectId/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Post()
  @Describe({
    summary: 'Open the portal as a signed-in customer or previewing builder.',
    access: 'portal.view',
    reply: portalSessionSchema,
  })
  async open(
    @Caller() caller: Caller,
    @Param('projectId', IdPipe) projectId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof portalSessionSchema>> {
    const { cookies, reply: body } = await this.sessions.open(caller, projectId);
    void reply.header('set-cookie', cookies);
    return body;
  }
}
