import { context, SpanStatusCode, type Span } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { beginSpan } from './spans';

/** Sockets and streams of hints outlive whatever asked for them. */
const lasts = ({ headers }: FastifyRequest): boolean =>
  headers.upgrade !== undefined || (headers.accept?.startsWith('text/event-stream') ?? false);

const isProbe = (route: string | undefined): boolean => route === '/livez' || route === '/readyz';

/**
 * A span for each request, from the `traceparent` that came with it: named by the template of its route, as the address
 * itself may hold ids and tokens.
 */
export const traceRequests = (fastify: FastifyInstance): void => {
  const spans = new WeakMap<FastifyRequest, Span>();
  fastify.addHook('onRequest', (request, _, done) => {
    const route = request.routeOptions.url;
    if (lasts(request) || isProbe(route)) return done();
    const { span, within } = beginSpan(`${request.method} ${route ?? 'no route'}`, {
      part: 'server',
      from: [request.headers['traceparent'] ?? []].flat()[0] ?? null,
      attributes: { 'http.request.method': request.method, ...(route && { 'http.route': route }) },
    });
    spans.set(request, span);
    context.with(within, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
};
