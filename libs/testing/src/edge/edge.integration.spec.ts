import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agent, createServer, request as ask, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket, WebSocketServer } from 'ws';
import { freePort } from '../process/free-port';
import { startEdge, type Edge } from './edge';

/** A service that tells what it was asked; at `/refused` it says no before it has read what is sent. */
const startEcho = async (port: number): Promise<Server> => {
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/refused')) return void response.writeHead(413).end('too much');
    void text(request).then((body) => {
      response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] });
      response.end(JSON.stringify({ url: request.url, headers: request.headers, body }));
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    if (request.url?.endsWith('/closed')) socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno');
    else
      sockets.handleUpgrade(request, socket, head, (live) =>
        live.on('message', (data) => live.send(`you said ${String(data)}`)),
      );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
};

/** What `fetch` does not let one choose: the connection. */
const send = (url: string, body: Buffer, headers: Record<string, string>, agent: Agent | false) =>
  new Promise<{ status: number | undefined; connection: string | undefined; body: string; from: number | undefined }>(
    (resolve, reject) => {
      const sent = ask(url, { method: 'POST', headers: { ...headers, 'content-length': body.length }, agent });
      sent.once('error', reject);
      sent.once('response', (reply) => {
        const { statusCode: status, headers: told } = reply;
        const from = reply.socket.localPort;
        text(reply).then((got) => resolve({ status, connection: told.connection, body: got, from }), reject);
      });
      sent.end(body);
    },
  );

describe('the edge', () => {
  let edge: Edge;
  let service: Server;
  let folder = '';
  let port = 0;
  let servicePort = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'porchlight-pages-'));
    await writeFile(join(folder, 'index.html'), '<title>dashboard</title>');
    servicePort = await freePort();
    service = await startEcho(servicePort);
    port = await freePort();
    edge = await startEdge({
      port,
      dashboardFolder: folder,
      addressOf: (name) => (name === 'leads' ? undefined : `http://127.0.0.1:${servicePort}`),
    });
  });
  afterAll(async () => {
    await edge.stop();
    service.closeAllConnections();
    service.close();
    await rm(folder, { recursive: true });
  });

  it('passes a request on whole, and every cookie back', async () => {
    const reply = await fetch(`${edge.origin}/api/projects/1?x=%2F`, { method: 'PATCH', body: 'new name' });
    expect(reply.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await reply.json()).toMatchObject({ url: '/api/projects/1?x=%2F', body: 'new name' });
  });

  it('believes no client about where it comes from', async () => {
    const headers = { 'x-forwarded-for': '6.6.6.6', 'x-forwarded-host': 'evil.example', forwarded: 'for=6.6.6.6' };
    const reply = await fetch(`${edge.origin}/api/projects`, { headers });
    const { headers: seen }: { headers: Record<string, string> } = JSON.parse(await reply.text());
    expect(seen['x-forwarded-for']).toMatch(/^(127\.0\.0\.1|::1)$/);
    expect([seen['x-forwarded-host'], seen['forwarded']]).toEqual([undefined, undefined]);
  });

  it('closes its connection to a client that asks for it, and none to a service', async () => {
    const reply = await send(`${edge.origin}/api/projects`, Buffer.from('x'), { connection: 'close' }, false);
    expect(reply).toMatchObject({ status: 200, connection: 'close' });
    expect(JSON.parse(reply.body)).toMatchObject({ headers: { connection: 'keep-alive' } });
  });

  it.each(['close', 'keep-alive'])('passes on a refusal that overtakes the body, with connection: %s', async (wish) => {
    const reply = await send(`${edge.origin}/api/projects/refused`, Buffer.alloc(1e6), { connection: wish }, false);
    expect(reply).toMatchObject({ status: 413, connection: wish, body: 'too much' });
  });

  it('takes the next request on the connection on which a body was refused', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (const size of [1e6, 5e6]) {
      const refused = await send(`${edge.origin}/api/projects/refused`, Buffer.alloc(size), {}, agent);
      expect(refused).toMatchObject({ status: 413, body: 'too much', from: expect.any(Number) });
      const next = await send(`${edge.origin}/api/projects`, Buffer.from('next'), {}, agent);
      expect(next).toMatchObject({ status: 200, from: refused.from });
      expect(JSON.parse(next.body)).toMatchObject({ body: 'next' });
    }
    agent.destroy();
  });

  it('says that a service is away instead of failing', async () => {
    const reply = await fetch(`${edge.origin}/api/leads`);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
    expect(await reply.json()).toMatchObject({ code: 'unavailable' });
  });

  it('passes a live socket through', async () => {
    const socket = new WebSocket(`ws://localhost:${port}/api/portal/1/live`);
    await new Promise((resolve) => socket.once('open', resolve));
    const answer = new Promise((resolve) => socket.once('message', (data) => resolve(String(data))));
    socket.send('hello');
    expect(await answer).toBe('you said hello');
    socket.terminate();
  });

  it('stops although live sockets are open', async () => {
    const own = await startEdge({ port: await freePort(), addressOf: () => `http://127.0.0.1:${servicePort}` });
    const socket = new WebSocket(`${own.origin.replace('http', 'ws')}/api/portal/1/live`);
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await own.stop();
    await closed;
  });

  it("passes on a service's refusal of a socket", async () => {
    const socket = new WebSocket(`ws://localhost:${port}/api/portal/1/closed`);
    const status = await new Promise((resolve) =>
      socket
        .once('unexpected-response', (_request, response) => resolve(response.statusCode))
        .once('error', () => undefined),
    );
    expect(status).toBe(403);
  });

  it('serves the page at every address of the dashboard, and no page for a missing script', async () => {
    expect(await (await fetch(`${edge.origin}/projects/1`)).text()).toContain('dashboard');
    expect((await fetch(`${edge.origin}/main-ABCDEFGH.js`)).status).toBe(404);
  });

  it('lets no file out that lies outside the pages', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /../../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(await text(socket)).not.toContain('root:');
  });
});
