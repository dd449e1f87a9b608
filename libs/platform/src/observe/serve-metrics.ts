import { createServer, type Server } from 'node:http';
import { register } from 'prom-client';
import type { PlatformConfig } from '../boot/config';

/** Answers `GET /metrics` with all that is registered, once `read` has set what is read when somebody asks. */
export const serveMetrics = async (
  { METRICS_PORT: port, HOST: host }: Pick<PlatformConfig, 'METRICS_PORT' | 'HOST'>,
  read: () => Promise<void>,
): Promise<Server> => {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void read()
      .then(() => register.metrics())
      .then((text) => response.writeHead(200, { 'content-type': register.contentType }).end(text));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return server;
};
