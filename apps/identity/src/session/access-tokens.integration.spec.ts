import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type Reply, type System } from '@porchlight/testing';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 } from 'uuid';
import { hmacToken, readToken, SigningKey, unsignedToken } from './test-app/forged-tokens';

const good = new SigningKey('good');
const foreign = new SigningKey('foreign');
type Part = Record<string, unknown>;
type Forge = (header: Part, payload: Part) => string;

const now = (): number => Math.floor(Date.now() / 1000);
const without = (part: Part, name: string): Part =>
  Object.fromEntries(Object.entries(part).filter(([key]) => key !== name));
const withoutSignature = (token: string): string => token.slice(0, token.lastIndexOf('.') + 1);

describe('a forged access token', () => {
  let system: System;
  let victim: Client;
  let keyServer: Server;
  let keysAsked = 0;
  beforeAll(async () => {
    system = await startSystem({
      services: ['identity', 'projects'],
      env: { identity: { SIGNING_KEYS: JSON.stringify([good.jwk]) } },
    });
    victim = system.client();
    await victim.register();
    keyServer = createServer((_, response) => {
      keysAsked += 1;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [foreign.publicJwk] }));
    });
    await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    keyServer.close();
    await system.stop();
  });

  const ours = (): string => `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/jwks.json`;
  const doors = ['/api/identity/me', '/api/projects'];
  const enter = (door: string, authorization: string): Promise<Reply> =>
    system.client().get(door, { headers: { authorization } });

  const refused = async (authorization: string): Promise<void> => {
    for (const door of doors) {
      const { status, headers, body } = await enter(door, authorization);
      expect([door, status]).toEqual([door, 401]);
      expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(headers.get('www-authenticate')).toBe('Bearer');
      // Why it was refused is nobody's business.
      expect(body).toEqual({
        type: 'https://porchlight.dev/problems/unauthenticated',
        title: 'Not signed in',
        status: 401,
        detail: 'Sign in first.',
        code: 'unauthenticated',
        correlationId: expect.any(String),
      });
    }
  };

  it('is told from a good one: this is how good ones are made', async () => {
    const [header, payload] = readToken(victim.accessToken ?? '');
    expect(header).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: 'good' });
    expect(payload).toMatchObject({
      iss: 'porchlight',
      aud: 'porchlight-api',
      mv: 1,
      exp: Number(payload['iat']) + 600,
    });
    for (const door of doors) {
      expect([door, (await enter(door, `Bearer ${good.es256(header, payload)}`)).status]).toEqual([door, 200]);
    }
  });

  it.each<[string, Forge]>([
    ['alg none', (header, payload) => unsignedToken({ ...header, alg: 'none' }, payload)],
    ['alg None', (header, payload) => unsignedToken({ ...header, alg: 'None' }, payload)],
    ['alg none with a signature', (header, payload) => good.es256({ ...header, alg: 'none' }, payload)],
    ['no alg', (header, payload) => good.es256(without(header, 'alg'), payload)],
    ['no signature', (header, payload) => unsignedToken(header, payload)],
    [
      'HS256 with the public key as PEM',
      (header, payload) => hmacToken('sha256', good.publicPem, { ...header, alg: 'HS256' }, payload),
    ],
    [
      'HS256 with the public key as trimmed PEM',
      (header, payload) => hmacToken('sha256', good.publicPem.trim(), { ...header, alg: 'HS256' }, payload),
    ],
    [
      'HS256 with the public key as JWK',
      (header, payload) => hmacToken('sha256', JSON.stringify(good.publicJwk), { ...header, alg: 'HS256' }, payload),
    ],
    [
      'HS512 with the public key as PEM',
      (header, payload) => hmacToken('sha512', good.publicPem, { ...header, alg: 'HS512' }, payload),
    ],
    ['HS256 with an empty secret', (header, payload) => hmacToken('sha256', '', { ...header, alg: 'HS256' }, payload)],
    ['another algorithm than it says', (header, payload) => good.es256({ ...header, alg: 'ES384' }, payload)],
    ['the signature as DER', (header, payload) => good.es256InDer(header, payload)],
    [
      'a signature of zeros',
      (header, payload) => unsignedToken(header, payload) + Buffer.alloc(64).toString('base64url'),
    ],
    ['a foreign kid', (header, payload) => foreign.es256({ ...header, kid: 'foreign' }, payload)],
    ['a foreign key under our kid', (header, payload) => foreign.es256(header, payload)],
    ['no kid', (header, payload) => good.es256(without(header, 'kid'), payload)],
    ['a kid that is a path', (header, payload) => foreign.es256({ ...header, kid: '../../../dev/null' }, payload)],
    ['a kid that is SQL', (header, payload) => foreign.es256({ ...header, kid: "good' or '1'='1" }, payload)],
    ['a kid that is a list', (header, payload) => good.es256({ ...header, kid: ['good'] }, payload)],
    ['its own key in jwk', (header, payload) => foreign.es256({ ...header, jwk: foreign.publicJwk }, payload)],
    [
      'its own key in jwk and its kid',
      (header, payload) => foreign.es256({ ...header, kid: 'foreign', jwk: foreign.publicJwk }, payload),
    ],
    ['another issuer', (header, payload) => good.es256(header, { ...payload, iss: 'elsewhere' })],
    ['no issuer', (header, payload) => good.es256(header, without(payload, 'iss'))],
    ['another audience', (header, payload) => good.es256(header, { ...payload, aud: 'elsewhere' })],
    ['no audience', (header, payload) => good.es256(header, without(payload, 'aud'))],
    ['another type', (header, payload) => good.es256({ ...header, typ: 'JWT' }, payload)],
    ['no type', (header, payload) => good.es256(without(header, 'typ'), payload)],
    ['an end in the past', (header, payload) => good.es256(header, { ...payload, iat: now() - 700, exp: now() - 100 })],
    ['an end this very second', (header, payload) => good.es256(header, { ...payload, exp: now() })],
    ['no end', (header, payload) => good.es256(header, without(payload, 'exp'))],
    ['an end in words', (header, payload) => good.es256(header, { ...payload, exp: 'never' })],
    ['a beginning in the future', (header, payload) => good.es256(header, { ...payload, nbf: now() + 600 })],
    ['no session', (header, payload) => good.es256(header, without(payload, 'sid'))],
    ['a session that is no id', (header, payload) => good.es256(header, { ...payload, sid: 'x' })],
    ['a session that never was', (header, payload) => good.es256(header, { ...payload, sid: v7() })],
    ['no person', (header, payload) => good.es256(header, without(payload, 'sub'))],
    ['no membership version', (header, payload) => good.es256(header, without(payload, 'mv'))],
    [
      'a crit that nobody understands',
      (header, payload) => good.es256({ ...header, crit: ['exp2'], exp2: 1 }, payload),
    ],
  ])('with %s opens no door', async (_, forge) => {
    const [header, payload] = readToken(victim.accessToken ?? '');
    await refused(`Bearer ${forge(header, payload)}`);
  });

  it('with a key address of its own opens no door, and is not followed there', async () => {
    const [header, payload] = readToken(victim.accessToken ?? '');
    for (const kid of ['good', 'foreign']) {
      for (const name of ['jku', 'x5u'])
        await refused(`Bearer ${foreign.es256({ ...header, kid, [name]: ours() }, payload)}`);
    }
    expect(keysAsked).toBe(0);
  });

  it('made of a good one by changing what it says opens no door', async () => {
    const other = system.client();
    const { person } = await other.register();
    const token = victim.accessToken ?? '';
    const [header, payload] = readToken(token);
    const signature = token.slice(token.lastIndexOf('.') + 1);
    for (const change of [{ sub: person.id }, { mv: 99 }, { exp: now() + 86_400 }]) {
      await refused(`Bearer ${unsignedToken(header, { ...payload, ...change })}${signature}`);
    }
    await refused(`Bearer ${withoutSignature(token)}${signature.slice(0, -4)}AAAA`);
  });

  it.each([
    ['a bare token', (token: string) => token],
    ['another scheme', (token: string) => `Basic ${token}`],
    ['nothing after the scheme', () => 'Bearer '],
    ['four parts', (token: string) => `Bearer ${token}.${token.split('.')[2]}`],
    ['nonsense', () => 'Bearer \u00ff\u00fe'],
    ['a very long text', () => `Bearer ${'A'.repeat(8_000)}`],
  ])('in the form of %s opens no door', async (_, authorization) => {
    await refused(authorization(victim.accessToken ?? ''));
  });

  it('that is a refresh token opens no door', async () => {
    await refused(`Bearer ${victim.cookies.get('porchlight_refresh')}`);
  });

  it('that was good until its session ended opens no door', async () => {
    const client = system.client();
    await client.signIn(victim.email, victim.password);
    for (const door of doors) expect((await client.get(door)).status).toBe(200);
    const token = client.accessToken;
    await client.delete('/api/identity/sessions/current');
    expect((await enter('/api/identity/me', `Bearer ${token}`)).status).toBe(401);
    await until(async () => (await enter('/api/projects', `Bearer ${token}`)).status === 401, 1_000, 'it still works');
    await refused(`Bearer ${token}`);
  });
});
