import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { Describe, IdPipe, Public } from '@porchlight/platform';
import type { FastifyRequest } from 'fastify';
import { Visitors } from '../access/visitors';
import { LinkVisits } from './link-visits';

@Controller('api/portal/:projectId/visits')
export class VisitsController {
  constructor(
    private readonly visitors: Visitors,
    private readonly visits: LinkVisits,
  ) {}

  @Post()
  @Public()
  @HttpCode(204)
  @Describe({
    summary: 'Says that a person looks, by the portal cookie: a hand has touched the page.',
    access: 'link-holder',
    status: 204,
  })
  async note(@Param('projectId', IdPipe) projectId: string, @Req() request: FastifyRequest): Promise<void> {
    const { credential } = await this.visitors.admit(projectId, request.headers.cookie);
    // Whoever is signed in is nobody's link.
    if (credential.kind === 'link') await this.visits.note(projectId, credential.id);
  }
}
