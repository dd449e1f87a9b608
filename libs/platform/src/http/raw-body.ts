import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { ProblemError } from './problem';

/** A route whose body is bytes, and which. Every other route takes JSON within the usual limit, and nothing of this. */
export interface RawBodyRule {
  readonly method: 'POST' | 'PUT';
  /** As its controller says it, e.g. `/api/leads/:id/files`. */
  readonly path: string;
  readonly types: readonly string[];
  /** In bytes. */
  readonly limit: number;
}

/** How long the whole of a body may take: 10 MB at 1 Mbit/s. */
const patienceMs = 90_000;
/** Less than that a second, once a line has had time to begin, only holds a place. */
const slowest = 16 * 1024;
const beginningMs = 5_000;

const tooLarge = (limit: number): ProblemError =>
  new ProblemError('body_too_large', 413, `That is too large: at most ${limit / 1024 / 1024} MB.`);

const wrongType = (types: readonly string[]): ProblemError =>
  new ProblemError('unsupported_media_type', 415, `This takes ${types.join(', ')}.`);

/** A body that nobody has read yet: who may not send it costs no memory. */
export class RawBody {
  constructor(
    /** What its sender says it is, without parameters: a claim. */
    readonly type: string,
    private readonly stream: Readable,
    private readonly limit: number,
  ) {}

  /** All of it, once. Throws 413 past the limit, 400 when it breaks off, 408 when it takes too long or hardly comes. */
  async read(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let length = 0;
    let late = false;
    let waited = 0;
    const clock = setInterval(() => {
      waited += 1_000;
      if (waited < patienceMs && length >= ((waited - beginningMs) / 1_000) * slowest) return;
      late = true;
      this.stream.destroy();
    }, 1_000);
    try {
      for await (const chunk of this.stream.iterator({ destroyOnReturn: false })) {
        length += chunk.length;
        if (length > this.limit) throw tooLarge(this.limit);
        chunks.push(chunk);
      }
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      const what = late ? 'That took too long to arrive.' : 'That broke off on the way.';
      throw new ProblemError('invalid_request', late ? 408 : 400, what);
    } finally {
      clearInterval(clock);
    }
    return Buffer.concat(chunks, length);
  }
}

const typeOf = (request: FastifyRequest): string =>
  (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Lets these routes take bytes, unread until a use case asks for them; 415 and 413 are answered before. */
export const acceptRawBodies = (app: NestFastifyApplication, rules: readonly RawBodyRule[]): void => {
  const server = app.getHttpAdapter().getInstance();
  const ruleOf = ({ method, routeOptions }: FastifyRequest) =>
    rules.find((rule) => rule.method === method && rule.path === routeOptions.url);
  const types = [...new Set(rules.flatMap((rule) => rule.types))];
  server.addContentTypeParser(types, (request: FastifyRequest, payload: Readable, done) => {
    const rule = ruleOf(request);
    const type = typeOf(request);
    if (!rule?.types.includes(type)) return done(wrongType(rule?.types ?? ['application/json']));
    const length = Number(request.headers['content-length'] ?? 0);
    if (length > rule.limit) return done(tooLarge(rule.limit));
    return done(null, new RawBody(type, payload, rule.limit));
  });
};

/** `@Bytes() body: RawBody`, on a route that stands among the rules; 415 for a body of another kind, or none. */
export const Bytes = createParamDecorator((_: unknown, context: ExecutionContext): RawBody => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (body instanceof RawBody) return body;
  throw new ProblemError(
    'unsupported_media_type',
    415,
    'The file itself is the body, and Content-Type says what it is.',
  );
});
