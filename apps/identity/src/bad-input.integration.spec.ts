import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemSchema } from '@porchlight/contracts';
import { Client, startSystem, type Reply, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';

/** A good body of every route that takes one; null for those that take none. A new route must be added here. */
const routes: Record<string, Record<string, unknown> | null> = {
  'POST /api/identity/companies': {
    companyName: 'Bad Input Ltd',
    name: 'Olive',
    email: 'olive@bad.example',
    password: 'correct horse battery',
  },
  'GET /api/identity/companies/{id}': null,
  'PATCH /api/identity/companies/{id}': { name: 'Better' },
  'GET /api/identity/me': null,
  'PATCH /api/identity/me': { name: 'Olive' },
  'POST /api/identity/me/password': { current: 'correct horse battery', password: 'battery horse correct' },
  'POST /api/identity/me/email': { email: 'new@bad.example', password: 'correct horse battery' },
  'POST /api/identity/me/deactivate': { password: 'correct horse battery' },
  'POST /api/identity/email-confirmations/inspect': { token: 'x' },
  'POST /api/identity/email-confirmations/complete': { token: 'x' },
  'POST /api/identity/password-resets': { email: 'olive@bad.example' },
  'POST /api/identity/password-resets/inspect': { token: 'x' },
  'POST /api/identity/password-resets/complete': { token: 'x', password: 'battery horse correct' },
  'POST /api/identity/sessions': { email: 'olive@bad.example', password: 'correct horse battery' },
  'POST /api/identity/sessions/refresh': null,
  'DELETE /api/identity/sessions/current': null,
  'DELETE /api/identity/sessions': null,
  'DELETE /api/identity/sessions/{id}': null,
  'GET /api/identity/sessions': null,
  'GET /api/identity/.well-known/jwks.json': null,
  'GET /api/identity/registration': null,
  'POST /api/identity/invitations': { email: 'anna@bad.example', role: 'customer', projectId: randomUUID() },
  'POST /api/identity/invitations/batch': { invitations: [{ email: 'anna@bad.example' }] },
  'GET /api/identity/invitations': null,
  'POST /api/identity/invitations/{id}/resend': null,
  'DELETE /api/identity/invitations/{id}': null,
  'POST /api/identity/invitations/inspect': { token: 'x' },
  'POST /api/identity/invitations/opened': { token: 'x' },
  'POST /api/identity/invitations/renew': { token: 'x' },
  'POST /api/identity/invitations/accept': { token: 'x' },
  'GET /api/identity/projects/{id}/members': null,
  'PATCH /api/identity/projects/{id}/members/{personId}': { role: 'customer' },
  'DELETE /api/identity/projects/{id}/members/{personId}': null,
  'GET /api/identity/companies/{id}/staff': null,
  'PATCH /api/identity/companies/{id}/staff/{personId}': { role: 'manager' },
  'DELETE /api/identity/companies/{id}/staff/{personId}': null,
  'GET /api/identity/companies/{id}/people': null,
  'DELETE /api/identity/companies/{id}/people/{personId}': null,
};
const withBody = Object.entries(routes).flatMap(([route, body]) => (body ? [[route, body] as const] : []));
const withId = Object.keys(routes).filter((route) => route.includes('{'));
/** Routes for people who are not signed in (yet). */
const open = [
  'POST /api/identity/companies',
  'POST /api/identity/sessions',
  'POST /api/identity/sessions/refresh',
  'DELETE /api/identity/sessions/current',
  'GET /api/identity/.well-known/jwks.json',
  'GET /api/identity/registration',
  'POST /api/identity/invitations/inspect',
  'POST /api/identity/invitations/opened',
  'POST /api/identity/invitations/renew',
  'POST /api/identity/invitations/accept',
  'POST /api/identity/email-confirmations/inspect',
  'POST /api/identity/email-confirmations/complete',
  'POST /api/identity/password-resets',
  'POST /api/identity/password-resets/inspect',
  'POST /api/identity/password-resets/complete',
];
const closed = Object.keys(routes).filter((route) => !open.includes(route));

describe('bad input', () => {
  let system: System;
  let owner: Client;
  let companyId: string;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects'] });
    owner = system.client();
    companyId = (await owner.register()).company.id;
  });
  afterAll(() => system.stop());

  const send = (route: string, id: string, body?: unknown, client = owner): Promise<Reply> => {
    const [method = '', path = ''] = route.split(' ');
    return client.send(method, path.replaceAll(/\{\w+\}/g, id), body, { ifMatch: 1 });
  };

  const expectProblem = (reply: Reply, status: number, code: string): void => {
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    problemSchema.parse(reply.body);
    expect(JSON.stringify(reply.body)).not.toMatch(/select|insert|constraint|node_modules|\.ts:|identity\.ask/i);
  };

  it('is tried on every route there is', async () => {
    const { paths } = (await owner.get('/api/identity/openapi.json')).body;
    const described = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(Object.keys(routes).sort());
  });

  it.each(withBody)('%s names an unknown field', async (route, body) => {
    const reply = await send(route, companyId, { ...body, admin: true });
    expectProblem(reply, 400, 'invalid_request');
    expect(reply.body.errors).toContainEqual({ path: 'admin', message: 'is not a known field' });
  });

  it.each(withBody)('%s refuses every field of a wrong type', async (route, body) => {
    for (const field of Object.keys(body))
      for (const wrong of [42, { nested: true }, ['list'], null]) {
        const reply = await send(route, companyId, { ...body, [field]: wrong });
        expectProblem(reply, 400, 'invalid_request');
        expect(reply.body.errors.map(({ path }: { path: string }) => path.split('.')[0])).toContain(field);
      }
  });

  it.each(withBody)('%s refuses what is no JSON object', async (route) => {
    for (const wrong of ['[]', '"text"', '17', 'null', '{"unfinished":']) {
      expectProblem(await send(route, companyId, wrong), 400, 'invalid_request');
    }
  });

  it.each(withBody)('%s refuses a megabyte', async (route, body) => {
    const [field = ''] = Object.keys(body);
    const direct = Object.assign(new Client(system.url('identity')), { accessToken: owner.accessToken });
    const large = { ...body, [field]: 'x'.repeat(1_048_576) };
    const reply = await send(route, companyId, large, direct);
    expectProblem(reply, 413, 'body_too_large');
  });

  it.each(withId)('%s knows nothing under foreign ids or what is no id', async (route) => {
    const body = routes[route] ?? undefined;
    const foreign = (await system.client().register()).company.id;
    for (const id of [foreign, randomUUID(), 'nonsense', '%00', "1'--"]) {
      expectProblem(await send(route, id, body), 404, 'not_found');
    }
  });

  it.each(closed)('%s wants somebody signed in', async (route) => {
    expectProblem(await send(route, companyId, routes[route] ?? undefined, system.client()), 401, 'unauthenticated');
  });

  it('changed nothing', async () => {
    const { body } = await owner.get(`/api/identity/companies/${companyId}`);
    expect(body.version).toBe(1);
    expect(await system.sql('identity', 'select 1 from invitation')).toEqual([]);
  });
});
