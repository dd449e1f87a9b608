import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { OpenScreen } from '../../../portal-gateway/test-app/open-screen';
import { Crew } from '../membership/test-app/crew';

const SESSIONS = '/api/identity/sessions';

describe('ending sessions', () => {
  let system: System;
  let crew: Crew;
  beforeAll(async () => {
    system = await startSystem({
      services: ['identity', 'projects', 'leads', 'portal-gateway'],
      env: { identity: { SMTP_CONFIGURED: 'false' } },
    });
    crew = await Crew.start(system);
  });
  afterAll(() => system.stop());

  const again = async ({ email, password }: Client): Promise<Client> => {
    const client = system.client();
    await client.signIn(email, password);
    return client;
  };
  const list = async (client: Client) => (await client.get(SESSIONS)).body.items;
  const sidOf = async (client: Client): Promise<string> =>
    (await list(client)).find((session: { current: boolean }) => session.current).id;
  const pending = () => system.sql('identity', 'select sid from portal_revocation');

  /** The portal's page as this session has it open. */
  const open = async (client: Client): Promise<OpenScreen> => {
    const api = `/api/portal/${crew.projectId}`;
    await until(async () => (await client.post(`${api}/sessions`)).status < 300, 10_000, 'no portal yet');
    const cookie = client.cookies.headerFor(api);
    const { origin } = system;
    return OpenScreen.open({ url: system.url('portal-gateway'), projectId: crew.projectId, cookie, origin });
  };

  it('shows each with its device and when it was last used', async () => {
    const { client } = await crew.joins('subcontractor');
    const tablet = system.client();
    await tablet.post(
      SESSIONS,
      { email: client.email, password: client.password },
      { headers: { 'user-agent': 'Tablet' } },
    );
    const [newest, first] = await list(client);
    expect(newest).toMatchObject({ device: 'Tablet', current: false });
    expect(first.current).toBe(true);
    await client.post(`${SESSIONS}/refresh`);
    const after = await list(client);
    expect(after.map(({ id }: { id: string }) => id)).toEqual([first.id, newest.id]);
    expect(Date.parse(after[0].lastUsedAt)).toBeGreaterThan(Date.parse(first.lastUsedAt));
  });

  it('ends the one that is named, everywhere within a second', async () => {
    const { client } = await crew.joins('manager');
    const stolen = await again(client);
    expect((await stolen.get('/api/projects')).status).toBe(200);
    expect((await client.delete(`${SESSIONS}/${await sidOf(stolen)}`)).status).toBe(204);
    expect((await stolen.get('/api/identity/me')).status).toBe(401);
    expect((await stolen.post(`${SESSIONS}/refresh`)).status).toBe(401);
    await until(async () => (await stolen.get('/api/projects')).status === 401, 1_000, 'the token still works');
    expect(await list(client)).toHaveLength(1);
    expect((await client.post(`${SESSIONS}/refresh`)).status).toBe(200);
  });

  it('knows no session of another person, none that is over, and none that never was', async () => {
    const { client } = await crew.joins('subcontractor');
    const other = await crew.joins('subcontractor');
    const over = await again(client);
    const sid = await sidOf(over);
    await over.delete(`${SESSIONS}/current`);
    for (const id of [await sidOf(other.client), sid, randomUUID(), 'nonsense']) {
      const refused = await client.delete(`${SESSIONS}/${id}`);
      expect([refused.status, refused.body.code]).toEqual([404, 'not_found']);
    }
    expect((await other.client.get('/api/identity/me')).status).toBe(200);
  });

  it('closes the portal screens of the one before the answer, and leaves those of the others', async () => {
    const { client } = await crew.joins('customer');
    const other = await again(client);
    const [screen, kept] = [await open(client), await open(other)];
    expect((await other.delete(`${SESSIONS}/${await sidOf(client)}`)).status).toBe(204);
    const path = `/api/projects/${crew.projectId}`;
    const { version } = (await crew.owner.client.get(path)).body;
    await crew.owner.client.patch(path, { name: 'Porch, told after the end' }, { ifMatch: version });
    await kept.shows('Porch, told after the end');
    expect(screen.name).not.toBe(kept.name);
    await screen.closed(1_000);
    expect(kept.code).toBeNull();
    kept.end();
    expect(await pending()).toEqual([]);
  });

  it.each([
    ['signing out', (client: Client) => client.delete(`${SESSIONS}/current`)],
    ['signing out everywhere', (client: Client) => client.delete(SESSIONS)],
  ])('closes them on %s too', async (_, end) => {
    const { client } = await crew.joins('customer');
    const screen = await open(client);
    expect((await end(client)).status).toBe(204);
    await screen.closed(1_000);
  });

  it('closes those of the other sessions with a new password, and not one’s own', async () => {
    const { client } = await crew.joins('customer');
    const other = await again(client);
    const [own, screen] = [await open(client), await open(other)];
    const body = { current: client.password, password: 'an entirely new password' };
    expect((await client.post('/api/identity/me/password', body)).status).toBe(204);
    await screen.closed(1_000);
    expect(own.code).toBeNull();
    own.end();
  });

  it('needs no gateway for a session that none was told of', async () => {
    const { client } = await crew.joins('customer');
    const seen = await again(client);
    (await open(seen)).end();
    await system.kill('portal-gateway');
    try {
      const started = Date.now();
      expect((await client.delete(`${SESSIONS}/current`)).status).toBe(204);
      expect(Date.now() - started).toBeLessThan(5_000);
      const reply = await seen.delete(SESSIONS);
      expect([reply.status, reply.body]).toEqual([202, { status: 'pending' }]);
      expect((await seen.get('/api/identity/me')).status).toBe(401);
      expect(await pending()).toHaveLength(1);
    } finally {
      await system.startService('portal-gateway');
    }
    await until(async () => (await pending()).length === 0, 10_000, 'the end is still pending');
  });
});
