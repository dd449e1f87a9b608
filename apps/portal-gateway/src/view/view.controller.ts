import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { portalUpdatesSchema, portalViewV1Schema, type PortalViewV1 } from '@porchlight/contracts';
import { Describe, IdPipe, Public } from '@porchlight/platform';
import type { z } from 'zod';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Visitors } from '../access/visitors';
import { PortalFacts } from './portal-facts';
import { portalViewOf } from './portal-view';

/** Whether `If-None-Match` names this version (RFC 9110, section 13.1.2). */
const isKnown = (header: string | undefined, version: number): boolean =>
  header?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${version}"`) ?? false;

@Controller('api/portal/:projectId')
export class ViewController {
  constructor(
    private readonly visitors: Visitors,
    private readonly portals: PortalFacts,
  ) {}

  @Get()
  @Public()
  @Describe({ summary: 'The view, by the portal cookie.', access: 'link-holder', reply: portalViewV1Schema })
  async view(
    @Param('projectId', IdPipe) projectId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PortalViewV1 | undefined> {
    await this.visitors.admit(projectId, request.headers.cookie);
    const view = portalViewOf(await this.portals.require(projectId));
    if (!isKnown(request.headers['if-none-match'], view.version)) return view;
    void reply.status(304).header('etag', `"${view.version}"`);
    return undefined;
  }

  @Get('updates')
  @Public()
  @Describe({
    summary: 'All updates that were written for the customer, by the portal cookie.',
    access: 'link-holder',
    reply: portalUpdatesSchema,
  })
  async updates(
    @Param('projectId', IdPipe) projectId: string,
    @Req() request: FastifyRequest,
  ): Promise<z.infer<typeof portalUpdatesSchema>> {
    await this.visitors.admit(projectId, request.headers.cookie);
    const { project } = await this.portals.require(projectId);
    return { items: project.updates };
  }
}
