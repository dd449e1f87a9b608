import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem, ProblemCode } from '@porchlight/contracts';
import type { FastifyReply } from 'fastify';
import { correlationId } from '../observe/correlation';
import { Log } from '../observe/log';
import { ProblemError, problems } from './problem';

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Took too long',
  409: 'Conflict',
  410: 'Gone',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported media type',
  428: 'Version required',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
};

const codes: Record<number, ProblemCode> = {
  400: 'invalid_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  503: 'unavailable',
};

const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
};

const isMalformedJson = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  (error instanceof Error &&
    'code' in error &&
    String(error.code).startsWith('FST_ERR_CTP_') &&
    String(error.code).includes('JSON'));

/** What a fault of the framework or of ours may say outside: its status, never its message, stack or SQL. */
export const asProblem = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error;
  const status = statusOf(error);
  if (status === 500)
    return new ProblemError('internal', 500, 'Something went wrong on our side. Nothing was changed.');
  if (isMalformedJson(error)) return problems.invalid('', 'is not valid JSON');
  return new ProblemError(codes[status] ?? 'invalid_request', status, `${titles[status] ?? 'Bad request'}.`);
};

/** The body of a problem answer. */
export const problemBody = (problem: ProblemError): Problem => ({
  type: `https://porchlight.dev/problems/${problem.code}`,
  title: titles[problem.status] ?? 'Error',
  status: problem.status,
  detail: problem.detail,
  code: problem.code,
  correlationId: correlationId(),
  ...(problem.extras.errors && { errors: problem.extras.errors }),
  ...(problem.extras.current !== undefined && { current: problem.extras.current }),
});

/** Turns everything thrown on the way to an HTTP answer into problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // Consumers and responders answer for themselves.
    if (host.getType() !== 'http') throw error;
    const problem = asProblem(error);
    if (problem.status >= 500) this.log.error({ err: error }, 'a request failed');
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply
      .status(problem.status)
      .headers({ ...problem.extras.headers, 'content-type': 'application/problem+json; charset=utf-8' })
      .send(JSON.stringify(problemBody(problem)));
  }
}
