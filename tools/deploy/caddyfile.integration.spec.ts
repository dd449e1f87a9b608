import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { services, type ServiceName } from '@porchlight/contracts';
import { Child, findProgram, freePort, startEdge, until, type Edge } from '@porchlight/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket, WebSocketServer } from 'ws';
import { currentRun } from '../../libs/testing/src/run/run-file';

const addressNames: Record<ServiceName, string> = {
  identity: 'IDENTITY_ADDRESS',
  projects: 'PROJECTS_ADDRESS',
  leads: 'LEADS_ADDRESS',
  notifications: 'NOTIFICATIONS_ADDRESS',
  'portal-gateway': 'GATEWAY_ADDRESS',
};

/** A service that tells its name and what it was asked. */
const startEcho = async (service: ServiceName): Promise<{ server: Server; port: number }> => {
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer(({ url, headers }, response) =>
    response.setHeader('strict-transport-security', 'max-age=31536000').end(JSON.stringify({ service, url, headers })),
  ).on('upgrade', (request: IncomingMessage, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (live) => live.send(`${service} ${request.url}`)),
  );
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { server, port };
};

describe('the Caddy of the compose file', () => {
  const echoes = new Map<ServiceName, { server: Server; port: number }>();
  let caddy: Child;
  let edge: Edge;
  let folder = '';
  let origin = '';

  beforeAll(async () => {
    const { root, cache } = currentRun();
    folder = await mkdtemp(join(tmpdir(), 'porchlight-caddy-'));
    await writeFile(join(folder, 'index.html'), '<title>dashboard</title>');
    await writeFile(join(folder, 'main-ABCD2345.js'), 'a hashed name');
    for (const service of services) echoes.set(service, await startEcho(service));
    const program = await findProgram(
      { title: 'Caddy', command: 'caddy', packages: ['caddy'], brew: 'caddy', variable: 'PATH' },
      cache,
    );
    const [port, health] = [await freePort(), await freePort()];
    origin = `http://localhost:${port}`;
    caddy = Child.start({
      command: program.command,
      args: ['run', '--config', join(root, 'deploy/caddy/Caddyfile'), '--adapter', 'caddyfile'],
      env: {
        ...program.env,
        PATH: process.env['PATH'],
        HOME: folder,
        PORCHLIGHT_SITE: `http://localhost:${port}`,
        PORCHLIGHT_HEALTH_PORT: `${health}`,
        DASHBOARD_DIR: folder,
        ...Object.fromEntries(services.map((service) => [addressNames[service], `127.0.0.1:${portOf(service)}`])),
      },
    });
    const answers = (): Promise<boolean> =>
      fetch(`http://127.0.0.1:${health}/`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(answers, 20_000, () => `Caddy did not answer: ${caddy.lastWords()}`);
    edge = await startEdge({
      port: await freePort(),
      dashboardFolder: folder,
      addressOf: (service) => `http://127.0.0.1:${portOf(service)}`,
    });
  });
  afterAll(async () => {
    await caddy.stop();
    await edge.stop();
    for (const { server } of echoes.values()) {
      server.closeAllConnections();
      server.close();
    }
    await rm(folder, { recursive: true });
  });

  const portOf = (service: ServiceName): number => echoes.get(service)?.port ?? 0;
  const answerOf = async (base: string, path: string, method = 'GET') => {
    const reply = await fetch(`${base}${path}`, { method });
    const text = await reply.text();
    const said: { service?: string; url?: string } = text.startsWith('{"service"') ? JSON.parse(text) : {};
    return { status: reply.status, service: said.service ?? null, url: said.url ?? null };
  };

  const paths = [
    ...['identity', 'projects', 'leads', 'notifications', 'portal'].flatMap((name) => [
      `/api/${name}`,
      `/api/${name}/x?a=%2F&b=1`,
      `/api/${name}s`,
    ]),
    ...['/', '/api', '/api/', '/api/x', '/portal', '/portal/1', '/portals', '/request', '/request/x', '/requests'],
    ...['/leads/7', '/main-ABCD2345.js', '/readyz', '/metrics'],
  ];

  it.each(paths)('sends %s where the edge of development and tests sends it', async (path) => {
    expect(await answerOf(origin, path)).toEqual(await answerOf(edge.origin, path));
  });

  it('answers a change that nobody takes as the edge does', async () => {
    expect(await answerOf(origin, '/leads', 'POST')).toEqual(await answerOf(edge.origin, '/leads', 'POST'));
  });

  it.each(['/', '/leads/7', '/main-ABCD2345.js'])('guards the page at %s as the edge does', async (path) => {
    const guards = ['cache-control', 'content-security-policy', 'x-content-type-options', 'referrer-policy'];
    const more = ['cross-origin-opener-policy', 'permissions-policy'];
    const [ours, theirs] = [await fetch(`${origin}${path}`), await fetch(`${edge.origin}${path}`)];
    const seen = ({ headers }: Response) => [...guards, ...more].map((name) => headers.get(name));
    expect(seen(ours)).toEqual(seen(theirs));
    expect(seen(ours)).not.toContain(null);
  });

  it.each(['/', '/api/identity/x', '/portal/1', '/api/nothing'])('says once at %s to come by https', async (path) => {
    const { headers } = await fetch(`${origin}${path}`);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('says problems in the words of the services', async () => {
    const reply = await fetch(`${origin}/api/nothing`);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    expect(await reply.json()).toMatchObject({ status: 404, code: 'not_found', correlationId: expect.any(String) });
  });

  it('says where a service is away that it is starting', async () => {
    const projects = echoes.get('projects');
    projects?.server.closeAllConnections();
    await new Promise((resolve) => projects?.server.close(resolve));
    const reply = await fetch(`${origin}/api/projects`);
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await reply.json()).toMatchObject({ status: 503, code: 'unavailable' });
  });

  it('believes no client about where it comes from', async () => {
    const headers = { 'x-forwarded-for': '6.6.6.6', 'x-forwarded-proto': 'https', forwarded: 'for=6.6.6.6' };
    const reply = await fetch(`${origin}/api/leads`, { headers });
    const seen = ((await reply.json()) as { headers: Record<string, string> }).headers;
    expect(seen['x-forwarded-for']).toMatch(/^(127\.0\.0\.1|::1)$/);
    expect([seen['x-forwarded-proto'], seen['forwarded']]).toEqual(['http', undefined]);
  });

  it('passes live sockets on', async () => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/portal/1/live`);
    const said = await new Promise((resolve, reject) => {
      socket.once('message', (text) => resolve(String(text))).once('error', reject);
    });
    socket.terminate();
    expect(said).toBe('portal-gateway /api/portal/1/live');
  });

  it('logs every request, and no query nor header of it', async () => {
    const headers = { referer: 'https://home.example/portal?t=planted-secret', cookie: 'pl=planted-secret' };
    await fetch(`${origin}/portal?t=planted-secret`, { headers });
    await fetch(`${origin}/api/projects/lost?t=planted-secret`, { headers });
    const logged = (path: string) => caddy.lines.filter((line) => line.includes(`"uri":"${path}"`));
    const isLogged = (): boolean => logged('/portal').length > 0 && logged('/api/projects/lost').length > 0;
    await until(isLogged, 5_000, () => caddy.lastWords());
    expect(caddy.lines.filter((line) => line.includes('planted-secret'))).toEqual([]);
  });
});
