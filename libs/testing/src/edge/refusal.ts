import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ProblemCode } from '@porchlight/contracts';

const problems = {
  404: { code: 'not_found', detail: 'There is nothing at this address.' },
  503: { code: 'unavailable', detail: 'This part of Porchlight is starting; try again in a moment.' },
} as const satisfies Record<number, { code: ProblemCode; detail: string }>;

/** Answers with problem+json (RFC 9457) for what never reached a service. */
export const refuse = (response: ServerResponse, status: keyof typeof problems): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const correlationId = randomUUID();
  const body = { type: 'about:blank', title: STATUS_CODES[status], status, correlationId, ...problems[status] };
  response.writeHead(status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(status === 503 && { 'retry-after': '1' }),
  });
  response.end(JSON.stringify(body));
};

/** The same for a WebSocket that cannot be opened. */
export const refuseUpgrade = (socket: Duplex, status: keyof typeof problems): void => {
  socket.on('error', () => undefined);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};
