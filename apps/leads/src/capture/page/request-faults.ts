import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import { asProblem, Log, ProblemError } from '@porchlight/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isEmbedded, sendPage } from './page-reply';
import { RequestPages } from './request-pages';

/** Who reads a page is answered by a page, whatever went wrong. */
@Catch()
@Injectable()
export class RequestFaults implements ExceptionFilter {
  constructor(
    private readonly pages: RequestPages,
    private readonly log: Log,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    await this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  async answer(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { status, extras } = asProblem(error);
    if (status >= 500 && !(error instanceof ProblemError))
      this.log.error({ err: error }, 'a page of a public form failed');
    await sendPage(reply.headers(extras.headers ?? {}), this.pages.fault(status, isEmbedded(request.query)));
  }
}
