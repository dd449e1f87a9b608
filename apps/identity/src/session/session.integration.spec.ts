import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type Client, type Reply, type System } from '@porchlight/testing';
import { SigningKey } from './test-app/forged-tokens';

const REFRESH = '/api/identity/sessions/refresh';
const COOKIE = 'porchlight_refresh';

describe('sessions', () => {
  const good = new SigningKey('good');
  let system: System;
  beforeAll(async () => {
    system = await startSystem({
      services: ['identity'],
      env: { identity: { SIGNING_KEYS: JSON.stringify([good.jwk]) } },
    });
  });
  afterAll(() => system.stop());

  const owner = async (): Promise<Client> => {
    const client = system.client();
    await client.register();
    return client;
  };

  /** A request with exactly this refresh cookie, as a copied one would come. */
  const refreshWith = (token: string | undefined): Promise<Reply> =>
    system.client().post(REFRESH, undefined, { headers: { cookie: `${COOKIE}=${token}` } });

  const pastTheGrace = (): Promise<unknown> =>
    system.sql('identity', `update session set rotated_at = rotated_at - interval '11 seconds'`);

  describe('signing in', () => {
    it('opens a session that is listed with its device', async () => {
      const first = await owner();
      const second = system.client();
      const signedIn = await second.post(
        '/api/identity/sessions',
        { email: first.email.toUpperCase(), password: first.password },
        { headers: { 'user-agent': 'Tablet' } },
      );
      expect(signedIn.status).toBe(201);
      const { items } = (await first.get('/api/identity/sessions')).body;
      expect(items).toMatchObject([{ device: 'Tablet', current: false }, { current: true }]);
    });

    it('keeps what it gives the browser from scripts and from other sites', async () => {
      const { email, password } = await owner();
      const { headers } = await system.client().post('/api/identity/sessions', { email, password });
      const cookies = headers.getSetCookie().map((line) => line.replace(/=[^;]+/, '=…'));
      expect(cookies).toEqual([
        `${COOKIE}=…; Max-Age=2592000; Path=/api/identity/sessions; HttpOnly; SameSite=Strict`,
        'porchlight_device=…; Max-Age=34560000; Path=/api/identity; HttpOnly; SameSite=Strict',
      ]);
    });

    it('refuses a password of a megabyte before it is hashed', async () => {
      const { email } = await owner();
      const reply = await system.client().post('/api/identity/sessions', { email, password: 'a'.repeat(1_000_000) });
      expect([reply.status, reply.body.code]).toEqual([413, 'body_too_large']);
    });
  });

  describe('refreshing', () => {
    it('replaces the token and stores neither', async () => {
      const client = await owner();
      const first = client.cookies.get(COOKIE);
      const refreshed = await client.post(REFRESH);
      const second = client.cookies.get(COOKIE);
      expect(refreshed.status).toBe(200);
      expect(second).not.toBe(first);
      const stored = JSON.stringify(await system.sql('identity', 'select * from session'));
      for (const token of [first, second]) expect(stored).not.toContain(token);
    });

    it('lets two tabs send the same token at once', async () => {
      const client = await owner();
      const token = client.cookies.get(COOKIE);
      const replies = await Promise.all(Array.from({ length: 6 }, () => refreshWith(token)));
      expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
      const cookies = replies.flatMap(({ headers }) => headers.getSetCookie());
      expect(cookies).toHaveLength(1);
      const next = cookies[0]?.slice(COOKIE.length + 1).split(';', 1)[0];
      expect((await refreshWith(next)).status).toBe(200);
    });

    it('ends the family when a replaced token is used again', async () => {
      const client = await owner();
      const stolen = client.cookies.get(COOKIE);
      await client.post(REFRESH);
      await pastTheGrace();
      const replay = await refreshWith(stolen);
      expect(replay.status).toBe(401);
      expect(replay.body).toMatchObject({ code: 'refresh_reused' });
      const rightful = await client.post(REFRESH);
      expect(rightful.status).toBe(401);
      expect(rightful.body).toMatchObject({ code: 'session_ended' });
      expect(client.cookies.get(COOKIE)).toBeUndefined();
      expect((await client.get('/api/identity/me')).status).toBe(401);
    });

    it('ends the family when an older token comes back, even at once and beside the rightful one', async () => {
      const client = await owner();
      const stolen = client.cookies.get(COOKIE);
      await client.post(REFRESH);
      await client.post(REFRESH);
      const rightful = client.cookies.get(COOKIE);
      const [, replay] = await Promise.all([refreshWith(rightful), refreshWith(stolen)]);
      expect(replay.body.code).toMatch(/^(refresh_reused|session_ended)$/);
      expect((await refreshWith(rightful)).status).toBe(401);
      expect((await client.get('/api/identity/me')).status).toBe(401);
    });

    it('leaves the other sessions of the person alone', async () => {
      const client = await owner();
      const other = system.client();
      await other.signIn(client.email, client.password);
      const stolen = client.cookies.get(COOKIE);
      await client.post(REFRESH);
      await pastTheGrace();
      await refreshWith(stolen);
      expect((await other.post(REFRESH)).status).toBe(200);
    });

    it.each([
      ['none', undefined],
      ['nonsense', 'nonsense'],
      ['a made-up one', 'A'.repeat(64)],
    ])('refuses %s', async (_, token) => {
      expect((await refreshWith(token)).status).toBe(401);
    });
  });

  describe('signing out', () => {
    it('ends this session at once and no other', async () => {
      const client = await owner();
      const other = system.client();
      await other.signIn(client.email, client.password);
      const token = client.cookies.get(COOKIE);
      expect((await client.delete('/api/identity/sessions/current')).status).toBe(204);
      expect((await client.get('/api/identity/me')).status).toBe(401);
      expect((await refreshWith(token)).status).toBe(401);
      expect((await other.get('/api/identity/me')).status).toBe(200);
    });

    it('works by the cookie alone, when the access token has run out', async () => {
      const client = await owner();
      const { accessToken } = client;
      client.accessToken = null;
      expect((await client.delete('/api/identity/sessions/current')).status).toBe(204);
      client.accessToken = accessToken;
      expect((await client.get('/api/identity/me')).status).toBe(401);
    });

    it('ends every session when asked to', async () => {
      const client = await owner();
      const other = system.client();
      await other.signIn(client.email, client.password);
      expect((await client.delete('/api/identity/sessions')).status).toBe(204);
      expect((await client.get('/api/identity/me')).status).toBe(401);
      expect((await other.get('/api/identity/me')).status).toBe(401);
      expect((await other.post(REFRESH)).status).toBe(401);
    });
  });

  describe('access tokens', () => {
    it('are checked by published keys that give no secret away', async () => {
      const { body, headers } = await system.client().get('/api/identity/.well-known/jwks.json');
      expect(body.keys).toEqual([
        {
          kty: 'EC',
          crv: 'P-256',
          x: expect.any(String),
          y: expect.any(String),
          kid: 'good',
          alg: 'ES256',
          use: 'sig',
        },
      ]);
      expect(headers.get('cache-control')).toBe('public, max-age=300');
    });
  });
});
