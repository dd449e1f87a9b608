import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { CONFIG, Describe, IdPipe, problems, Public } from '@porchlight/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config';
import { pageHeaders, privateHeaders } from './page-headers';
import type { PageAnswer } from './page-answer';
import { PageService } from './page.service';
import { PortalApp } from './portal-app';

type PageRequest = FastifyRequest<{ Querystring: { token?: string | string[] } }>;

@Controller('portal/:projectId')
export class PageController {
  private readonly hosts: ReadonlySet<string>;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly pages: PageService,
    private readonly app: PortalApp,
  ) {
    this.hosts = new Set(config.PUBLIC_ORIGINS.map((origin) => new URL(origin).host));
  }

  @Get()
  @Public()
  @Describe({
    summary: "The portal's page; with `?token=` a share link is opened.",
    access: 'link-holder',
    status: 200,
  })
  async open(
    @Param('projectId', IdPipe) projectId: string,
    @Req() request: PageRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // A cookie must lie where the links point; the token goes there unread.
    if (!this.hosts.has(request.host)) {
      await reply.headers(privateHeaders).redirect(`${this.config.PUBLIC_ORIGINS[0]}${request.url}`, 308);
      return;
    }
    await this.send(reply, projectId, await this.answer(projectId, request));
  }

  private answer(projectId: string, request: PageRequest): Promise<PageAnswer> {
    const { token } = request.query;
    if (Array.isArray(token)) throw problems.invalid('token', 'stands there more than once');
    return token === undefined
      ? this.pages.visit(projectId, request.headers.cookie)
      : this.pages.enter(projectId, token, request.headers.cookie);
  }

  private async send(reply: FastifyReply, projectId: string, answer: PageAnswer): Promise<void> {
    if (answer.cookies) reply.header('set-cookie', answer.cookies);
    if (answer.status === 303) {
      await reply.headers(privateHeaders).redirect(`/portal/${projectId}`, 303);
      return;
    }
    if (answer.status === 503) reply.header('retry-after', '1');
    // Sent as it is: a usual page is some 5 KB and goes out in the first round trip either way, and a new one is
    // written for each visit, so that compressing it would cost every visit and hasten none.
    const { html, nonce } = this.app.page(answer.entry);
    await reply.status(answer.status).headers(pageHeaders(nonce, this.config.PUBLIC_ORIGINS)).send(html);
  }
}
