import type { Reply } from '@porchlight/testing';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { WebSocket } from 'ws';

/** Where a screen connects to, and what it shows for it. */
export interface ScreenAddress {
  readonly origin: string;
  readonly projectId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A portal's live connection, or the answer with which it was refused before the upgrade. */
export const connect = ({ origin, projectId, headers }: ScreenAddress): Promise<WebSocket | Reply> => {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/portal/${projectId}/live`, { headers });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('unexpected-response', (_, answer) => void replyOf(answer).then(resolve, reject));
    socket.on('error', reject);
  });
};

const replyOf = async (answer: IncomingMessage): Promise<Reply> => {
  const body = await text(answer);
  const headers = new Headers({ 'content-type': answer.headers['content-type'] ?? '' });
  return { status: answer.statusCode ?? 0, headers, body: body.startsWith('{') ? JSON.parse(body) : body };
};

/** The code with which a socket is closed. */
export const closed = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => socket.once('close', (code) => resolve(code)));
