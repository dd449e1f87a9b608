import { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { createProxyServer } from 'http-proxy-3';
import { refuse, refuseUpgrade } from './refusal';

// A connection is between two neighbours (RFC 9110, 7.6.1): what a client wants of its own is not asked of the service.
const proxy = createProxyServer({
  agent: new Agent({ keepAlive: true, maxSockets: 256 }),
  headers: { connection: 'keep-alive' },
});
proxy.on('proxyRes', (answer, request) => {
  // The proxy then says what the client asked for.
  if (answer.headers.connection !== 'close') delete answer.headers.connection;
  answer.once('end', () => {
    if (!request.readableEnded) readOn(request, answer);
  });
});

/**
 * A service has answered before it read the whole body. Node's client sends no more of it from here on, and what is left
 * would stand between the client and its next request: it is read and thrown away, the connection to the service given up.
 */
const readOn = (request: IncomingMessage, answer: IncomingMessage): void => {
  request.unpipe();
  request.resume();
  answer.socket.destroy();
};

/** Passes a request on and its answer back, streamed; 503 when the service is not there. */
export const forwardRequest = (address: string, request: IncomingMessage, response: ServerResponse): void => {
  sayWhoAsks(request);
  proxy.web(request, response, { target: address }, () => refuse(response, 503));
};

/** Passes a WebSocket on byte for byte, the service's refusal before the upgrade included. */
export const forwardUpgrade = (address: string, request: IncomingMessage, client: Duplex, head: Buffer): void => {
  sayWhoAsks(request);
  const { hostname, port } = new URL(address);
  const service = connect({ host: hostname, port: Number(port) }, () => {
    service.write(`${request.method} ${request.url} HTTP/1.1\r\n${headerLines(request)}\r\n`);
    service.write(head);
    client.pipe(service);
    service.pipe(client);
  });
  service.setNoDelay(true);
  service.once('error', () => (service.bytesRead === 0 ? refuseUpgrade(client, 503) : client.destroy()));
  service.once('close', () => client.end());
  client.once('error', () => service.destroy());
  client.once('close', () => service.destroy());
};

/** What a client says of its own address is not passed on; we say what we see. */
const sayWhoAsks = (request: IncomingMessage): void => {
  const own = Object.entries(request.headers).filter(([name]) => !/^(forwarded$|x-forwarded-)/.test(name));
  request.headers = {
    ...Object.fromEntries(own),
    'x-forwarded-for': request.socket.remoteAddress,
    'x-forwarded-proto': 'http',
  };
};

const headerLines = (request: IncomingMessage): string =>
  Object.entries(request.headers)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value ?? '']).map((one) => `${name}: ${one}\r\n`))
    .join('');
