import type { FastifyInstance } from 'fastify';
import type { Readiness } from '../observe/readiness';

/**
 * While a service stops, each answer ends its connection. A proxy would keep it for its next request, and a server is only
 * closed once the last connection that was busy is: it would be ended by force, long after all was answered.
 */
export const sayGoodbye = (fastify: FastifyInstance, readiness: Readiness): void => {
  let stopping = false;
  readiness.onDrain(() => (stopping = true));
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (stopping) void reply.header('connection', 'close');
    done(null, payload);
  });
};
