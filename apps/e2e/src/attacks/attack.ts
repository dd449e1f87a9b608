import type { Client, Reply } from '@porchlight/testing';
import { Agent, request } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Scene } from './scene';

/** What is tried, the answer it must get (where it is tried several times: how often which), and how it is done. */
export type Attack = readonly [
  what: string,
  answers: string | Readonly<Record<string, number>>,
  attempt: (scene: Scene) => Promise<Reply | readonly Reply[]>,
];

/** The same request at once, so many times. */
export const atOnce = (times: number, attempt: () => Promise<Reply>): Promise<Reply[]> =>
  Promise.all(Array.from({ length: times }, attempt));

/** Tries again and again until it is told to wait; gives that answer, or the last one. */
export const flood = async (attempt: () => Promise<Reply>, most = 200): Promise<Reply> => {
  for (let tries = 1; ; tries += 1) {
    const reply = await attempt();
    if (reply.status === 429 || tries === most) return reply;
  }
};

/**
 * Posts a body that is too large, on a connection of its own: whoever refuses it may hang up on the rest, and what is asked
 * next would suffer for it. The answer may be lost with the connection; then it is asked again.
 */
export const postHuge = async (client: Client, path: string, body: object, triesLeft = 5): Promise<Reply> => {
  try {
    return await postAlone(client, path, JSON.stringify(body));
  } catch (error) {
    if (triesLeft === 0) throw error;
    return postHuge(client, path, body, triesLeft - 1);
  }
};

const postAlone = (client: Client, path: string, body: string): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${client.accessToken ?? ''}`,
    };
    // Kept alive as a browser's is, and thrown away.
    const agent = new Agent({ keepAlive: true });
    const posted = request(new URL(path, client.origin), { method: 'POST', agent, headers }, (answer) => {
      const { statusCode: status = 0, headers: told } = answer;
      const kept = new Headers({ 'content-type': told['content-type'] ?? '' });
      json(answer).then((parsed) => resolve({ status, headers: kept, body: parsed }), reject);
    });
    posted.once('close', () => agent.destroy());
    posted.on('error', reject);
    posted.end(body);
  });
