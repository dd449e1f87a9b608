import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemSchema } from '@porchlight/contracts';
import { type Client, startSystem, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';

/** Each answered with problem+json, and nothing changed. */
describe('bad input to leads', () => {
  let system: System;
  let owner: Client;
  let lead: string;
  let client: string;
  let project: string;
  let before: unknown;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads'] });
    owner = system.client();
    await owner.register();
    const made = await owner.post('/api/leads', { projectType: 'Kitchen', client: { name: 'The Okafors' } });
    [lead, client] = [made.body.id, made.body.client.id];
    project = (await owner.post(`/api/leads/${lead}/publish`, { name: 'Kitchen', welcomeMessage: 'Hello.' })).body
      .portal.projectId;
    before = await stored();
  });
  afterAll(() => system.stop());

  const stored = async (): Promise<unknown> =>
    Promise.all(
      ['lead', 'client', 'contact', 'portal', 'brand', 'outbox'].map((table) =>
        system.sql('leads', `select count(*) from ${table}`),
      ),
    );
  const routes = (): [string, string, object][] => [
    ['POST', '/api/leads', { projectType: 'Kitchen', client: { name: 'x' } }],
    ['PATCH', `/api/leads/${lead}`, { notes: 'x' }],
    ['POST', `/api/leads/${lead}/publish`, { name: 'x', welcomeMessage: 'x' }],
    ['POST', '/api/leads/clients', { name: 'x' }],
    ['POST', `/api/leads/clients/${client}/contacts`, { name: 'x' }],
    ['PATCH', `/api/leads/portals/${project}`, { welcomeMessage: 'x' }],
    ['PUT', '/api/leads/brand', { colors: { primary: '#000000', secondary: '#ffffff' } }],
  ];
  const reads = (id: string) => [
    `/api/leads/${id}`,
    `/api/leads/clients/${id}`,
    `/api/leads/clients/${id}/contacts`,
    `/api/leads/portals/${id}`,
  ];
  const expectProblem = (reply: Awaited<ReturnType<Client['send']>>, ...statuses: number[]) => {
    expect(statuses).toContain(reply.status);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    problemSchema.parse(reply.body);
    expect(JSON.stringify(reply.body)).not.toMatch(/select |insert |stack|node_modules|leads\.ask/i);
  };

  it('refuses unknown fields and says which', async () => {
    for (const [method, path, body] of routes()) {
      const reply = await owner.send(method, path, { ...body, smuggled: 'x' }, { ifMatch: 1 });
      expectProblem(reply, 400);
      expect(reply.body.errors).toContainEqual({ path: 'smuggled', message: 'is not a known field' });
    }
  });

  it('refuses bodies that are no objects, no JSON, or not there', async () => {
    for (const [method, path] of routes())
      for (const body of ['[]', '"x"', 'null', '{"', '42'])
        expectProblem(await owner.send(method, path, body, { ifMatch: 1 }), 400);
  });

  it('refuses wrong types and texts', async () => {
    const wrong: [string, string, unknown][] = [
      ['POST', '/api/leads', { projectType: 1, client: { name: 'x' } }],
      ['POST', '/api/leads', { projectType: 'x' }],
      ['POST', '/api/leads', { projectType: 'x', client: { name: 'x' }, clientId: client }],
      ['POST', '/api/leads', { projectType: 'x', client: { name: 'x' }, companyId: randomUUID() }],
      ['POST', '/api/leads', { projectType: 'x\r\nBcc: all', client: { name: 'x' } }],
      ['PATCH', `/api/leads/${lead}`, { stage: 'bought' }],
      ['PATCH', `/api/leads/${lead}`, { nextStepOn: '2026-02-30' }],
      ['PATCH', `/api/leads/${lead}`, { estimatedValue: { amount: 12, currency: 'USD' } }],
      ['PATCH', `/api/leads/${lead}`, { estimatedValue: { amount: '1e9', currency: 'USD' } }],
      ['PATCH', `/api/leads/${lead}`, { notes: 'x'.repeat(10_001) }],
      ['POST', `/api/leads/${lead}/publish`, { name: '', welcomeMessage: 'x' }],
      ['POST', `/api/leads/${lead}/publish`, { name: 'x' }],
      ['POST', '/api/leads/clients', { name: 'x', contacts: [{ name: 'x', email: 'a@x.example, b@x.example' }] }],
      ['POST', '/api/leads/clients', { name: 'x', contacts: Array.from({ length: 21 }, () => ({ name: 'x' })) }],
      ['POST', `/api/leads/clients/${client}/contacts`, { name: 'x', email: 'x@y.example\r\nBcc: all@z.example' }],
      ['PATCH', `/api/leads/portals/${project}`, { welcomeMessage: 5 }],
      ['PUT', '/api/leads/brand', { colors: { primary: 'red', secondary: '#ffffff' } }],
      ['PUT', '/api/leads/brand', { colors: { primary: '#fff;}', secondary: '#ffffff' } }],
    ];
    for (const [method, path, body] of wrong) expectProblem(await owner.send(method, path, body, { ifMatch: 1 }), 400);
  });

  it('refuses wrong queries', async () => {
    for (const query of ['limit=0', 'limit=501', 'limit=x', 'cursor=x', 'page=2', 'limit=1&limit=2', 'companyId=x'])
      for (const path of ['/api/leads', '/api/leads/clients']) expectProblem(await owner.get(`${path}?${query}`), 400);
    expectProblem(await owner.get('/api/leads/brand?x=1'), 400);
  });

  it('knows nothing of ids that are foreign, made up, or no ids', async () => {
    for (const id of [randomUUID(), 'x', "1' or '1'='1", '%00', 'x'.repeat(250)])
      for (const path of reads(id).map(encodeURI)) expectProblem(await owner.get(path), 404, 400);
    expectProblem(await owner.post('/api/leads', { projectType: 'x', clientId: randomUUID() }), 404);
    expectProblem(
      await owner.post(`/api/leads?companyId=${randomUUID()}`, { projectType: 'x', client: { name: 'x' } }),
      404,
    );
    expectProblem(await owner.post(`/api/leads/${randomUUID()}/publish`, { name: 'x', welcomeMessage: '' }), 404);
  });

  it('wants a version where something is changed, and a sensible one', async () => {
    for (const [method, path, body] of routes().filter(([verb]) => verb !== 'POST')) {
      expectProblem(await owner.send(method, path, body), 428);
      expectProblem(await owner.send(method, path, body, { headers: { 'if-match': '*' } }), 400);
      expectProblem(await owner.send(method, path, body, { ifMatch: 999 }), 412);
    }
  });

  it('refuses huge bodies and other media types', async () => {
    for (const [method, path, body] of routes()) {
      expectProblem(await owner.send(method, path, { ...body, x: 'x'.repeat(300 * 1024) }, { ifMatch: 1 }), 413);
      const xml = { ifMatch: 1, headers: { 'content-type': 'text/xml' } };
      expectProblem(await owner.send(method, path, '<x/>', xml), 415);
    }
  });

  it('lets nobody in without a good token', async () => {
    const nobody = system.client();
    const forger = system.client();
    forger.accessToken = 'eyJhbGciOiJub25lIn0.e30.';
    for (const [method, path, body] of routes())
      for (const who of [nobody, forger]) expectProblem(await who.send(method, path, body, { ifMatch: 1 }), 401);
    for (const path of ['/api/leads', '/api/leads/clients', '/api/leads/brand', ...reads(lead)])
      expectProblem(await nobody.get(path), 401);
  });

  it('has changed nothing by any of it', async () => {
    expect(await stored()).toEqual(before);
  });
});
