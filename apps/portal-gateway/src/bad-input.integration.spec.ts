import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemSchema } from '@porchlight/contracts';
import { startSystem, type Reply, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { Builder } from '../test-app/builder';

/** Each answered with problem+json, and nothing changed. */
describe('bad input to the gateway', () => {
  let system: System;
  let builder: Builder;
  let linkId: string;
  let before: unknown;

  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads', 'portal-gateway'] });
    builder = await Builder.start(system);
    linkId = (await builder.link()).id;
    before = await stored();
  });
  afterAll(() => system?.stop());

  const stored = (): Promise<unknown> =>
    system.sql('portal-gateway', 'select id, label, generation, revoked_at from share_link order by id');

  /** Every route of the API, by project, link and file. */
  const routes = (project: string, link: string, file: string = randomUUID()): [method: string, path: string][] => [
    ['GET', `/api/portal/${project}`],
    // Read-only: these are refused whoever asks.
    ...['POST', 'PUT', 'PATCH', 'DELETE'].map((method): [string, string] => [method, `/api/portal/${project}`]),
    ...['updates', `files/${file}`].flatMap((what) =>
      ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method): [string, string] => [
        method,
        `/api/portal/${project}/${what}`,
      ]),
    ),
    ['GET', `/api/portal/${project}/live`],
    ['GET', `/api/portal/${project}/links`],
    ['POST', `/api/portal/${project}/links`],
    ['POST', `/api/portal/${project}/links/${link}/rotate`],
    ['DELETE', `/api/portal/${project}/links/${link}`],
    ['POST', `/api/portal/${project}/link-requests`],
    ['POST', `/api/portal/${project}/share`],
    ['POST', `/api/portal/${project}/sessions`],
    ['POST', `/api/portal/${project}/visits`],
  ];
  const label = { label: 'Anna & Ben' };
  const expectProblem = (reply: Reply, ...statuses: number[]): void => {
    expect(statuses).toContain(reply.status);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    problemSchema.parse(reply.body);
    expect(JSON.stringify(reply.body)).not.toMatch(/select |insert |stack|node_modules|portal\.ask/i);
  };

  it('is tried on every route there is', async () => {
    const { paths } = (await system.client().get('/api/portal/openapi.json')).body;
    const described = Object.entries<object>(paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
    );
    const tried = routes('{projectId}', '{linkId}', '{id}').map((route) => route.join(' '));
    expect(described.filter((route) => !tried.includes(route))).toEqual([]);
  });

  it('knows nothing under ids that are foreign, made up, or no ids', async () => {
    const stranger = (await Builder.start(system)).client;
    for (const project of [builder.projectId, randomUUID(), 'no-id', `${builder.projectId}x`, '%00'])
      for (const [method, path] of routes(project, linkId))
        expectProblem(
          await stranger.send(method, path, method === 'POST' ? label : undefined),
          400,
          401,
          404,
          405,
          426,
        );
    for (const link of [randomUUID(), 'no-id'])
      for (const [method, path] of routes(builder.projectId, link).filter(([, path]) => path.includes(link)))
        expectProblem(await builder.client.send(method, path), 404);
  });

  it('refuses bodies that are no objects, no JSON, of wrong types or too large', async () => {
    const path = builder.api('/links');
    for (const body of ['[]', '"x"', '7', 'null', '{"label":', '{"label":7}', '{"label":{}}', '{"label":"x","x":1}'])
      expectProblem(await builder.client.send('POST', path, body), 400);
    const xml = { headers: { 'content-type': 'text/xml' } };
    expectProblem(await builder.client.send('POST', path, '<label/>', xml), 415);
    // Straight to the service: a proxy may notice first that nobody reads on.
    const large = await fetch(`${system.url('portal-gateway')}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${builder.client.accessToken ?? ''}`, 'content-type': 'application/json' },
      body: JSON.stringify({ label: 'x'.repeat(1_000_000) }),
    });
    expect(large.status).toBe(413);
    expect(problemSchema.parse(await large.json()).code).toBe('body_too_large');
  });

  it('lets nobody in without a good token or cookie', async () => {
    const nobody = system.client();
    nobody.accessToken = 'made.up.token';
    // Anybody may ask for a new link.
    const closed = routes(builder.projectId, linkId).filter(([, path]) => !path.endsWith('/link-requests'));
    for (const [method, path] of closed)
      expectProblem(await nobody.send(method, path, method === 'POST' ? label : undefined), 401, 403, 405, 426);
  });

  it('has changed nothing by any of it', async () => {
    expect(await stored()).toEqual(before);
  });
});
