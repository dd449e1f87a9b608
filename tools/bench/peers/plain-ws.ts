// Row 1, 3 and 10: a bare server on ws that sends everybody the same prepared frame. Run by Node itself.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as ws from 'ws';
import { answerCalls } from '../calls.ts';

// Not in the types: the way of ws to frame a message once.
interface FrameSender {
  frame(data: Buffer, options: object): Buffer[];
}
interface Sending {
  _sender: { sendFrame(frame: Buffer[]): void };
}
const { Sender } = ws as unknown as { Sender: FrameSender };

const http = createServer();
const server = new ws.WebSocketServer({ server: http, perMessageDeflate: false });
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));

answerCalls({
  port: () => (http.address() as AddressInfo).port,
  publish: (view: unknown) => {
    const payload = Buffer.from(JSON.stringify(view));
    const frame = Sender.frame(payload, { fin: true, opcode: 1, rsv1: false, mask: false, readOnly: true });
    for (const client of server.clients)
      if (client.readyState === ws.WebSocket.OPEN) (client as unknown as Sending)._sender.sendFrame(frame);
  },
});
