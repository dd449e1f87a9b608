import type { FastifyInstance } from 'fastify';
import { Histogram } from 'prom-client';

const duration = new Histogram({
  name: 'porchlight_http_request_seconds',
  help: 'Time from a request to the end of its answer, by the template of its route',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
});

const unmeasured = new Set(['/livez', '/readyz']);

/** Rate, errors and duration of all requests but probes and streams, whose length says nothing about us. */
export const measureRequests = (fastify: FastifyInstance): void => {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const streams = String(reply.getHeader('content-type') ?? '').startsWith('text/event-stream');
    if (!streams && !unmeasured.has(route)) {
      const status = `${Math.floor(reply.statusCode / 100)}xx`;
      duration.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
    }
    done();
  });
};
