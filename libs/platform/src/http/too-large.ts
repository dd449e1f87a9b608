import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How much of a refused body is read and thrown away; beyond it the connection is cut. */
const drainLimit = 32 * 1024 * 1024;

/**
 * Fastify closes the connection together with its 413 and 415, and the reset then often overtakes the answer: clients and
 * proxies report a broken connection. For bodies of a bearable size it stays, and Node discards what still comes.
 */
export const letTooLargeBeAnswered = (app: NestFastifyApplication): void => {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, payload, done) => {
      const length = Number(request.headers['content-length'] ?? Infinity);
      if ((reply.statusCode === 413 || reply.statusCode === 415) && length <= drainLimit)
        void reply.removeHeader('connection');
      done(null, payload);
    });
};
