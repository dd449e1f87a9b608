import type { CaughtMail, MailStore } from '@porchlight/testing';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import sirv from 'sirv';

const pagePolicy =
  "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** A mail is somebody else's page: it runs no script, reaches nothing but pictures, and its links open in a new tab. */
const mailPolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data: http://localhost:* http://127.0.0.1:*",
].join('; ');

const summary = ({ id, receivedAt, from, to, subject }: CaughtMail): object => ({ id, receivedAt, from, to, subject });

/** The mail catcher's page and its API: `GET|DELETE /api/messages` and `/api/messages/{id}`. Gives what stops it. */
export const startMailPages = async (store: MailStore, port: number, folder: string): Promise<() => Promise<void>> => {
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response) => response.setHeader('content-security-policy', pagePolicy),
  });
  const server = createServer((request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    answer(store, request, response).then(
      (answered) => answered || files(request, response),
      () => reply(response, 500, { error: 'The mail catcher failed.' }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
};

const reply = (response: ServerResponse, status: number, body?: object): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(body && JSON.stringify(body));
};

/** Whether the request was for the API; anything else is for the page's files. */
const answer = async (store: MailStore, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
  const [path = ''] = (request.url ?? '').split('?');
  const [, id, part] = /^\/api\/messages(?:\/([^/]+))?(\/html)?$/.exec(path) ?? [];
  if (!path.startsWith('/api/messages')) return false;
  const mail = id === undefined ? undefined : store.find(id);
  if (id !== undefined && !mail) reply(response, 404, { error: 'There is no such mail.' });
  else if (request.method === 'DELETE') {
    await store.remove(id);
    reply(response, 204);
  } else if (request.method !== 'GET') reply(response, 405, { error: 'Only GET and DELETE.' });
  else if (!mail) reply(response, 200, { items: store.list().map(summary) });
  else if (part) showMail(response, mail);
  else reply(response, 200, mail);
  return true;
};

const showMail = (response: ServerResponse, mail: CaughtMail): void => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': mailPolicy,
    'referrer-policy': 'no-referrer',
  });
  response.end(`<base target="_blank">${mail.html}`);
};
