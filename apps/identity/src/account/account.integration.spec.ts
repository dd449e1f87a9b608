import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type Reply, type System } from '@porchlight/testing';
import { Crew } from '../membership/test-app/crew';
import { refill } from './test-app/mailed-links';

const ME = '/api/identity/me';
const NEW = 'an entirely new password';

describe('one’s own account', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({
      services: ['identity', 'projects', 'leads', 'portal-gateway'],
      env: { identity: { SMTP_CONFIGURED: 'false' } },
    });
  });
  afterAll(() => system.stop());
  beforeEach(() => refill(system));

  const owner = async (): Promise<Client> => {
    const client = system.client();
    await client.register();
    return client;
  };
  const signIn = (email: string, password: string): Promise<Reply> =>
    system.client().post('/api/identity/sessions', { email, password });
  const newestState = async (personId: string) => {
    const [row] = await system.sql<{ envelope: string }>(
      'identity',
      `select envelope from latest_state where type = 'identity.membership.changed.v1' and aggregate_id = $1`,
      [personId],
    );
    return JSON.parse(row?.envelope ?? '{}').data;
  };

  describe('its name', () => {
    it('changes, and is told to the other services', async () => {
      const client = await owner();
      const changed = await client.patch(ME, { name: '  Olive   the Owner ' });
      expect([changed.status, changed.body.name]).toEqual([200, 'Olive   the Owner']);
      const { person } = (await client.get(ME)).body;
      expect(person.name).toBe('Olive   the Owner');
      expect(await newestState(person.id)).toMatchObject({ name: person.name, email: client.email });
    });

    it.each([{ name: '' }, { name: 'two\nlines' }, { name: 'Olive', email: 'other@builder.example' }])(
      'is refused as %j',
      async (body) => {
        expect((await (await owner()).patch(ME, body)).status).toBe(400);
      },
    );
  });

  describe('its password', () => {
    it('changes for who knows it, and ends every other session', async () => {
      const client = await owner();
      const other = system.client();
      await other.signIn(client.email, client.password);
      const changed = await client.post(`${ME}/password`, { current: client.password, password: NEW });
      expect(changed.status).toBe(204);
      expect((await client.get(ME)).status).toBe(200);
      expect((await client.post('/api/identity/sessions/refresh')).status).toBe(200);
      expect((await other.get(ME)).status).toBe(401);
      expect((await other.post('/api/identity/sessions/refresh')).status).toBe(401);
      expect((await signIn(client.email, client.password)).status).toBe(401);
      expect((await signIn(client.email, NEW)).status).toBe(201);
    });

    it('stays for who does not', async () => {
      const client = await owner();
      const refused = await client.post(`${ME}/password`, { current: 'not the password', password: NEW });
      expect([refused.status, refused.body.errors]).toEqual([
        400,
        [{ path: 'current', message: 'is not your password' }],
      ]);
      expect((await signIn(client.email, client.password)).status).toBe(201);
    });

    it('is judged by its length alone, and is the same from every keyboard', async () => {
      const client = await owner();
      const choose = (password: string) => client.post(`${ME}/password`, { current: client.password, password });
      expect((await choose('a'.repeat(11))).status).toBe(400);
      expect((await choose('a'.repeat(257))).status).toBe(400);
      // The same letters, composed and taken apart (Unicode NFKC).
      expect((await choose('Zu\u0308rich am See')).status).toBe(204);
      expect((await signIn(client.email, 'Z\u00fcrich am See')).status).toBe(201);
    });

    it('chosen twice at once is that of one of the two', async () => {
      const client = await owner();
      const passwords = ['the first of the two', 'the other of the two'];
      const replies = await Promise.all(
        passwords.map((password) => client.post(`${ME}/password`, { current: client.password, password })),
      );
      expect(replies.map(({ status }) => status).sort()).toEqual([204, 400]);
      const winner = passwords[replies.findIndex(({ status }) => status === 204)] ?? '';
      expect((await signIn(client.email, winner)).status).toBe(201);
    });
  });

  describe('closing it', () => {
    const close = (client: Client, password = client.password): Promise<Reply> =>
      client.post(`${ME}/deactivate`, { password });

    it('ends every session and membership, at once and everywhere', async () => {
      const crew = await Crew.start(system);
      const { client, personId } = await crew.joins('manager');
      const other = system.client();
      await other.signIn(client.email, client.password);
      expect((await other.get('/api/projects')).status).toBe(200);
      const { status, headers } = await close(client);
      expect(status).toBe(204);
      expect(headers.get('set-cookie')).toMatch(/porchlight_refresh=; Max-Age=0/);
      expect((await other.get(ME)).status).toBe(401);
      expect((await other.post('/api/identity/sessions/refresh')).status).toBe(401);
      await until(async () => (await other.get('/api/projects')).status === 401, 1_000, 'the token still works');
      expect(await newestState(personId)).toMatchObject({ memberships: [] });
      const { items } = (await crew.owner.client.get(crew.staff())).body;
      expect(items.map((member: { personId: string }) => member.personId)).toEqual([crew.owner.personId]);
    });

    it('frees the e-mail for a new account and keeps nothing of the password', async () => {
      const crew = await Crew.start(system);
      const { client, personId } = await crew.joins('subcontractor');
      await close(client);
      expect((await signIn(client.email, client.password)).status).toBe(401);
      await system.client().register({ email: client.email });
      const [row] = await system.sql('identity', 'select email, password_hash from person where id = $1', [personId]);
      expect(row).toMatchObject({
        email: expect.stringMatching(/^[0-9a-f-]{36}@deactivated\.invalid$/),
        password_hash: '',
      });
      expect((await signIn(String(row?.['email']), client.password)).status).toBe(401);
    });

    it('takes the password', async () => {
      const crew = await Crew.start(system);
      const { client } = await crew.joins('customer');
      const refused = await close(client, 'not the password');
      expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'password']);
      expect((await client.get(ME)).status).toBe(200);
    });

    it('is refused to the last owner of a company, and nothing changes', async () => {
      const crew = await Crew.start(system);
      const { client } = crew.owner;
      const refused = await close(client);
      expect([refused.status, refused.body.code]).toEqual([409, 'last_owner']);
      expect((await client.get(ME)).body.companies).toHaveLength(1);
      await crew.secondOwner();
      expect((await close(client)).status).toBe(204);
    });

    it('leaves one owner when the last two do it at once', async () => {
      const crew = await Crew.start(system);
      const second = await crew.secondOwner();
      const replies = await Promise.all([close(crew.owner.client), close(second.client)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
    });

    it('closes what a customer has open, a link of their own too', async () => {
      const crew = await Crew.start(system);
      const { client } = await crew.joins('customer');
      const portal = `/api/portal/${crew.projectId}`;
      await until(async () => (await client.post(`${portal}/sessions`)).status < 300, 10_000, 'no portal yet');
      const shared = await client.post(`${portal}/share`);
      const visitor = system.client();
      const { pathname, search } = new URL(shared.body.url);
      await visitor.get(pathname + search);
      expect((await visitor.get(portal)).status).toBe(200);
      expect((await client.get(portal)).status).toBe(200);
      expect((await close(client)).status).toBe(204);
      const bearerless = client;
      bearerless.accessToken = null;
      expect((await bearerless.get(portal)).status).toBe(401);
      expect((await visitor.get(portal)).status).toBeGreaterThanOrEqual(400);
      expect(await system.sql('identity', 'select 1 from portal_revocation')).toEqual([]);
    });
  });
});
