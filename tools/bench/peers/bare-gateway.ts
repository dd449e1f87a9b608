// Rows 4 and 5, the other half: from JetStream to the sockets of a project. Run by Node itself.
import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { answerCalls } from '../calls.ts';

const { BENCH_NATS, BENCH_SUBJECT = 'bare' } = process.env;
const nats = await connect({ servers: BENCH_NATS });
const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
const watching = new Map<string, WebSocket[]>();
server.on('connection', (socket, { url = '' }) => {
  watching.set(url.slice(1), [...(watching.get(url.slice(1)) ?? []), socket]);
});
const consumer = await jetstream(nats).consumers.get(BENCH_SUBJECT);
await consumer.consume({
  callback: (message) => {
    for (const socket of watching.get(message.subject.split('.')[1] ?? '') ?? [])
      socket.send(message.data, { binary: false });
  },
});
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));

answerCalls({ port: () => (http.address() as AddressInfo).port });
