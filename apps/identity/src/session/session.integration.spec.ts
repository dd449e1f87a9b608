import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type Client, type Reply, type System } from '@porchlight/testing';
import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

const REFRESH = '/api/identity/sessions/refresh';
const COOKIE = 'porchlight_refresh';

const signingKey = (kid: string): { jwk: object; privateKey: KeyObject } => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { jwk: { ...privateKey.export({ format: 'jwk' }), kid }, privateKey };
};

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const es256 = (header: object, payload: object, key: KeyObject): string => {
  const text = `${base64url(header)}.${base64url(payload)}`;
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
};

const withoutIds = ({ status, headers, body }: Reply) => ({
  status,
  headers: [...headers].filter(([name]) => !['date', 'x-correlation-id'].includes(name)),
  body: { ...body, correlationId: null },
});

describe('sessions', () => {
  const good = signingKey('good');
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

  const argon2Runs = async (): Promise<number> => {
    const metrics = await (await fetch(system.process('identity').metricsUrl)).text();
    return Number(/^porchlight_password_hashes_total (\d+)$/m.exec(metrics)?.[1]);
  };

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

    it('answers a wrong password and an unknown address alike', async () => {
      const { email } = await owner();
      const attempt = (address: string): Promise<Reply> =>
        system.client().post('/api/identity/sessions', { email: address, password: 'wrong horse battery' });
      const before = await argon2Runs();
      const wrong = await attempt(email);
      const between = await argon2Runs();
      const unknown = await attempt(`x${email}`);
      expect([between - before, (await argon2Runs()) - between]).toEqual([1, 1]);
      expect(wrong.status).toBe(401);
      expect(wrong.body).toMatchObject({ code: 'credentials_wrong' });
      expect(withoutIds(unknown)).toEqual(withoutIds(wrong));
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

    it('are refused in every forged form', async () => {
      const client = await owner();
      const [header, payload] = (client.accessToken ?? '')
        .split('.')
        .slice(0, 2)
        .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
      expect(header).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: 'good' });
      expect(payload).toMatchObject({ iss: 'porchlight', aud: 'porchlight-api', mv: 1, exp: payload.iat + 600 });
      const status = async (token: string): Promise<number> =>
        (await system.client().get('/api/identity/me', { headers: { authorization: `Bearer ${token}` } })).status;
      const { body } = await system.client().get('/api/identity/.well-known/jwks.json');
      const publicKey = JSON.stringify(body.keys[0]);
      const hs256 = `${base64url({ ...header, alg: 'HS256' })}.${base64url(payload)}`;
      const foreign = signingKey('foreign');

      expect(await status(es256(header, payload, good.privateKey))).toBe(200);
      const forged = {
        'alg none': `${base64url({ ...header, alg: 'none' })}.${base64url(payload)}.`,
        'HS256 with the public key': `${hs256}.${createHmac('sha256', publicKey).update(hs256).digest('base64url')}`,
        'a foreign kid': es256({ ...header, kid: 'foreign' }, payload, foreign.privateKey),
        'a foreign key under our kid': es256(header, payload, foreign.privateKey),
        'no kid': es256({ alg: 'ES256', typ: 'at+jwt' }, payload, good.privateKey),
        'another issuer': es256(header, { ...payload, iss: 'elsewhere' }, good.privateKey),
        'another audience': es256(header, { ...payload, aud: 'elsewhere' }, good.privateKey),
        'another type': es256({ ...header, typ: 'JWT' }, payload, good.privateKey),
        'no expiry': es256(header, { ...payload, exp: undefined }, good.privateKey),
        'an expiry in the past': es256(header, { ...payload, exp: payload.iat - 1 }, good.privateKey),
        'no session': es256(header, { ...payload, sid: undefined }, good.privateKey),
        'an unknown session': es256(header, { ...payload, sid: payload.sub }, good.privateKey),
      };
      for (const [name, token] of Object.entries(forged)) expect([name, await status(token)]).toEqual([name, 401]);
    });
  });
});
