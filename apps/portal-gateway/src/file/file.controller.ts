import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Describe, IdPipe, problems, Public } from '@porchlight/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Visitors } from '../access/visitors';
import { privateHeaders } from '../view/page-headers';
import { PortalFacts } from '../view/portal-facts';
import { portalViewOf } from '../view/portal-view';
import { fileHeaders } from './file-kind';
import { namesFile } from './named-files';
import { PublicFiles } from './public-files';

@Controller('api/portal/:projectId/files/:id')
export class FileController {
  constructor(
    private readonly visitors: Visitors,
    private readonly portals: PortalFacts,
    private readonly files: PublicFiles,
  ) {}

  @Get()
  @Public()
  @Describe({ summary: 'A picture that the view names, by the portal cookie.', access: 'link-holder' })
  async file(
    @Param('projectId', IdPipe) projectId: string,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visitors.admit(projectId, request.headers.cookie);
    const view = portalViewOf(await this.portals.require(projectId));
    const bytes = namesFile(view, id) ? await this.files.read(id) : null;
    const headers = bytes && fileHeaders(bytes);
    if (!headers) throw problems.notFound('file');
    await reply.headers({ ...privateHeaders, ...headers }).send(bytes);
  }
}
