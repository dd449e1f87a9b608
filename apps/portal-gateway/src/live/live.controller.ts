import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Describe, IdPipe, Public } from '@porchlight/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LiveService } from './live.service';

@Controller('api/portal/:projectId/live')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  @Get()
  @Public()
  @Describe({
    summary: 'WebSocket: the view now and after each change, by the portal cookie.',
    access: 'link-holder',
    status: 101,
  })
  open(
    @Param('projectId', IdPipe) projectId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.live.open(projectId, request, reply);
  }
}
