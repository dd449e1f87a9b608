import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { portalUpdatesSchema, portalViewV1Schema, type PortalViewV1 } from '@porchlight/contracts';
import { Describe, IdPipe, Log, Public } from '@porchlight/platform';
import type { z } from 'zod';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Visitors, type Visitor } from '../access/visitors';
import { LinkVisits } from '../link/link-visits';
import { PortalFacts } from './portal-facts';
import { portalViewOf } from './portal-view';

/** Browsers mark what they fetch before anybody has looked (Fetch, Sec-Purpose; the others are its forebears). */
const isPrefetch = ({ headers }: FastifyRequest): boolean =>
  [headers['sec-purpose'], headers['purpose'], headers['x-moz']].some((value) => String(value).startsWith('prefetch'));

/** Whether `If-None-Match` names this version (RFC 9110, section 13.1.2). */
const isKnown = (header: string | undefined, version: number): boolean =>
  header?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${version}"`) ?? false;

@Controller('api/portal/:projectId')
export class ViewController {
  constructor(
    private readonly visitors: Visitors,
    private readonly portals: PortalFacts,
    private readonly visits: LinkVisits,
    private readonly log: Log,
  ) {}

  @Get()
  @Public()
  @Describe({ summary: 'The view, by the portal cookie.', access: 'link-holder', reply: portalViewV1Schema })
  async view(
    @Param('projectId', IdPipe) projectId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PortalViewV1 | undefined> {
    const visitor = await this.visitors.admit(projectId, request.headers.cookie);
    const view = portalViewOf(await this.portals.require(projectId));
    const known = request.headers['if-none-match'];
    // An open page that only compares versions is no new visit.
    if (request.method === 'GET' && known === undefined && !isPrefetch(request))
      void this.noteVisit(projectId, visitor);
    if (!isKnown(known, view.version)) return view;
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

  private async noteVisit(projectId: string, { credential }: Visitor): Promise<void> {
    if (credential.kind !== 'link') return;
    await this.visits
      .note(projectId, credential.id)
      .catch((error: unknown) => this.log.warn({ err: error, linkId: credential.id }, 'a visit was not noted'));
  }
}
