import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';

describe('what identity makes the others do', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({
      services: ['identity', 'projects', 'portal-gateway'],
      env: { identity: { SMTP_CONFIGURED: 'false' } },
    });
  });
  afterAll(() => system.stop());

  const owner = async (): Promise<Client> => {
    const client = system.client();
    await client.register();
    return client;
  };

  /** A customer of a new project of `staff`; gives the address that removes them. */
  const memberPath = async (staff: Client): Promise<string> => {
    const project = await staff.post('/api/projects', { name: 'Sunroom' });
    const invited = await staff.post('/api/identity/invitations', {
      email: `${randomUUID().slice(0, 8)}@home.example`,
      role: 'customer',
      projectId: project.body.id,
    });
    const token = new URL(invited.body.acceptUrl).hash.slice(1);
    const accepted = await system
      .client()
      .post('/api/identity/invitations/accept', { token, name: 'Anna', password: 'a quiet evening porch' });
    return `/api/identity/projects/${project.body.id}/members/${accepted.body.person.id}`;
  };

  const pending = () => system.sql('identity', 'select id from portal_revocation');

  it('lets nobody use a token whose session ended, one second later', async () => {
    const client = await owner();
    expect((await client.get('/api/projects')).status).toBe(200);
    await client.delete('/api/identity/sessions/current');
    await until(async () => (await client.get('/api/projects')).status === 401, 1_000, 'the token still works');
  });

  it('ends a reused family for the other services too', async () => {
    const client = await owner();
    const stolen = client.cookies.get('porchlight_refresh');
    await client.post('/api/identity/sessions/refresh');
    await system.sql('identity', `update session set rotated_at = rotated_at - interval '11 seconds'`);
    const headers = { cookie: `porchlight_refresh=${stolen}` };
    await system.client().post('/api/identity/sessions/refresh', undefined, { headers });
    await until(async () => (await client.get('/api/projects')).status === 401, 1_000, 'the token still works');
  });

  it('answers the removal of a customer when the gateways have acknowledged it', async () => {
    const staff = await owner();
    expect((await staff.delete(await memberPath(staff))).status).toBe(204);
    expect(await pending()).toEqual([]);
  });

  it('keeps asking for a removal that no gateway could acknowledge', async () => {
    const staff = await owner();
    const path = await memberPath(staff);
    await system.kill('portal-gateway');
    const reply = await staff.delete(path);
    expect([reply.status, reply.body]).toEqual([202, { status: 'pending' }]);
    expect(await pending()).toHaveLength(1);
    await system.startService('portal-gateway');
    await until(async () => (await pending()).length === 0, 10_000, 'the removal is still pending');
  });

  it('says again what a crash kept it from saying', async () => {
    const client = await owner();
    await client.get('/api/projects');
    const [session] = (await client.get('/api/identity/sessions')).body.items;
    await system.kill('identity');
    // As if the process had died between the commit of a sign-out and its announcement.
    await system.sql('identity', 'update session set ended_at = now() where id = $1', [session.id]);
    await system.startService('identity');
    await until(async () => (await client.get('/api/projects')).status === 401, 5_000, 'the token still works');
  });

  it('sends nobody to sign in again at services that began while it was away', async () => {
    const client = await owner();
    const { id } = (await client.post('/api/projects', { name: 'Sunroom' })).body;
    const doors = ['/api/projects', `/api/portal/${id}/links`];
    await system.kill('identity');
    await Promise.all([system.kill('projects'), system.kill('portal-gateway')]);
    await Promise.all([system.startService('projects'), system.startService('portal-gateway')]);
    for (const door of doors) {
      const { status, headers, body } = await client.get(door);
      expect([door, status, body.code]).toEqual([door, 503, 'unavailable']);
      expect(headers.get('content-type')).toMatch('application/problem+json');
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    await system.startService('identity');
    const answers = () => Promise.all(doors.map(async (door) => (await client.get(door)).status));
    await until(async () => `${await answers()}` === '200,200', 10_000, 'the token is not believed again');
  });
});
