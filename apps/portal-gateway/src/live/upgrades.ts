import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { ServerResponse, type IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { ScreenSocket } from './screen-socket';
import type { Line } from './viewer';

/** Nothing a client may say is longer; ws closes with 1009 above it. In bytes. */
const longestMessage = 16 * 1024;
const livePath = /^\/api\/portal\/[^/?]+\/live(\?|$)/;

/** An accepted upgrade: ws keeps the connection, and the frames that everybody shares go onto the wire past it. */
export interface AcceptedLine extends Line {
  readonly socket: ScreenSocket;
}

interface Waiting {
  readonly socket: Socket;
  readonly head: Buffer;
  readonly response: ServerResponse;
}

/**
 * Sends WebSocket upgrades through the ordinary HTTP routes, so that whoever may not pass is refused before the
 * handshake, by the same guards and with the same problem+json as on every other route. A route that lets somebody
 * pass takes the connection with `accept`. Nest's WsAdapter would authenticate after the handshake only (ADR 22).
 */
@Injectable()
export class Upgrades {
  private readonly waiting = new WeakMap<IncomingMessage, Waiting>();
  private readonly server = new WebSocketServer({
    noServer: true,
    WebSocket: ScreenSocket,
    maxPayload: longestMessage,
    // Each message on its own, in both directions: one compressed frame serves everybody, and no socket keeps a compressor.
    perMessageDeflate: { serverNoContextTakeover: true, clientNoContextTakeover: true },
    clientTracking: false,
  });

  listenOn(fastify: Pick<FastifyInstance, 'server' | 'routing'>): void {
    fastify.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (!(socket instanceof Socket) || request.method !== 'GET' || !livePath.test(request.url ?? '')) {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      const response = new ServerResponse(request);
      socket.on('error', ignore);
      response.shouldKeepAlive = false;
      response.assignSocket(socket);
      response.on('finish', () => socket.end());
      this.waiting.set(request, { socket, head, response });
      fastify.routing(request, response);
    });
  }

  /** Whether this request asks for an upgrade. */
  isWaiting(request: IncomingMessage): boolean {
    return this.waiting.has(request);
  }

  /** Completes the handshake; null when the client has gone or its handshake is faulty, which is then answered. */
  accept(request: IncomingMessage): AcceptedLine | null {
    const waiting = this.waiting.get(request);
    if (!waiting || waiting.socket.destroyed) return null;
    const { socket, head, response } = waiting;
    this.waiting.delete(request);
    // From here on the connection is ws's alone; kept bound to an HTTP answer it would hold it in memory.
    response.removeAllListeners('finish');
    response.detachSocket(socket);
    socket.off('error', ignore);
    // The shared frame has the full window; who offers only less is served without compression.
    if (request.headers['sec-websocket-extensions']?.includes('server_max_window_bits'))
      delete request.headers['sec-websocket-extensions'];
    let accepted: AcceptedLine | null = null;
    this.server.handleUpgrade(request, socket, head, (webSocket) => {
      accepted = { socket: webSocket, wire: socket, deflates: webSocket.extensions.includes('permessage-deflate') };
    });
    return accepted;
  }
}

/** The response or ws tells of the end of a connection; without a listener the process would die of it. */
const ignore = (): void => undefined;
