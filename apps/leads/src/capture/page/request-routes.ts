import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RequestFaults } from './request-faults';

/** In bytes: the longest message and answers fit, in most scripts. */
const bodyLimit = 32 * 1024;

/** The public form takes small bodies alone, and says so in a page where a person reads the answer. */
export const boundRequests = (app: NestFastifyApplication): void => {
  const faults = app.get(RequestFaults);
  // Left as it came: what takes forms apart for us loses sight of bytes that are no text. JSON stays as Fastify reads it.
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit }, (_request, body, done) => done(null, body));
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      const isPage = route.url.startsWith('/request/');
      if (isPage || route.url.startsWith('/api/leads/capture/')) route.bodyLimit = bodyLimit;
      // A body that cannot be read never gets as far as the controller and its filter.
      if (isPage) route.errorHandler = (error, request, reply) => void faults.answer(error, request, reply);
    });
};
