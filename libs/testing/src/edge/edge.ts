import type { ServiceName } from '@porchlight/contracts';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { refuse, refuseUpgrade } from './refusal';
import { routeOf } from './route';
import { forwardRequest, forwardUpgrade } from './forward';
import { servePages } from './pages';

export interface EdgeOptions {
  readonly port: number;
  /** Where a service listens now; undefined while it is down. */
  readonly addressOf: (service: ServiceName) => string | undefined;
  /** The built dashboard; without it there are no pages. */
  readonly dashboardFolder?: string;
}

export interface Edge {
  readonly origin: string;
  stop(): Promise<void>;
}

/** One origin in front of all services and both apps, as a reverse proxy gives it in production. */
export const startEdge = async ({ port, addressOf, dashboardFolder }: EdgeOptions): Promise<Edge> => {
  const pages = dashboardFolder ? servePages(dashboardFolder) : undefined;

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const route = routeOf(request.url ?? '/');
    if (route === 'dashboard' && pages) return pages(request, response);
    if (route === 'dashboard' || route === 'nobody') return refuse(response, 404);
    const address = addressOf(route);
    if (!address) return refuse(response, 503);
    forwardRequest(address, request, response);
  };

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const route = routeOf(request.url ?? '/');
    const address = route === 'dashboard' || route === 'nobody' ? undefined : addressOf(route);
    if (!address) return refuseUpgrade(socket, route === 'dashboard' || route === 'nobody' ? 404 : 503);
    forwardUpgrade(address, request, socket, head);
  };

  // "localhost" is either loopback address, as the machine likes it.
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer(answer).on('upgrade', upgrade);
    // Clients let go of idle connections after some seconds; were we quicker, a request on its way would be reset.
    server.keepAliveTimeout = 65_000;
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    if (await listen(server, port, host)) servers.push(server);
  }
  return {
    origin: `http://localhost:${port}`,
    stop: async () => {
      await Promise.all(servers.map((server) => stop(server, sockets)));
    },
  };
};

/** False where the machine has no such address. */
const listen = (server: Server, port: number, host: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' ? resolve(false) : reject(error),
    );
    server.listen({ port, host }, () => resolve(true));
  });

/** Node's own `closeAllConnections` leaves out those that became live sockets. */
const stop = (server: Server, sockets: ReadonlySet<Socket>): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
