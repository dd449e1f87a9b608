import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Describe, IdPipe, problems, Public } from '@porchlight/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Visitors } from '../access/visitors';
import { privateHeaders } from '../view/page-headers';
import { PortalFacts } from '../view/portal-facts';
import { fileHeaders } from './file-kind';
import { namedFile } from './named-files';
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
  @Describe({ summary: 'A picture or shared document that the portal names, by its cookie.', access: 'link-holder' })
  async file(
    @Param('projectId', IdPipe) projectId: string,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visitors.admit(projectId, request.headers.cookie);
    const named = namedFile(await this.portals.require(projectId), id);
    const beginning = named && (await this.files.firstBytes(id));
    const headers = beginning && fileHeaders(beginning, named.document);
    const found = headers && (await this.files.stream(id));
    if (!found) throw problems.notFound('file');
    await reply.headers({ ...privateHeaders, ...headers, 'content-length': found.size }).send(found.bytes);
  }
}
