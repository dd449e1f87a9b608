import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Reflector } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import { JwtService } from '@nestjs/jwt';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { platformConfigSchema } from '../boot/config';
import { AccessGuard } from './access.guard';
import { accessTokenAudience, accessTokenIssuer, accessTokenType } from './caller';
import { Public } from './decorators';
import { EndedSessions } from './ended-sessions';
import { JwtStrategy } from './jwt.strategy';

class NoneEnded extends EndedSessions {
  async isEnded(): Promise<boolean> {
    return false;
  }
}

class Doors {
  forSignedIn(): void {}
  @Public()
  forEverybody(): void {}
}

const keyPair = (kid: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return { kid, pem, jwk: { ...publicKey.export({ format: 'jwk' }), kid } };
};
const ours = keyPair('ours');
const foreign = keyPair('foreign');

const token = ({ kid, pem } = ours): string =>
  new JwtService().sign(
    { sub: randomUUID(), sid: randomUUID(), mv: 1 },
    {
      privateKey: pem,
      algorithm: 'ES256',
      issuer: accessTokenIssuer,
      audience: accessTokenAudience,
      expiresIn: 600,
      header: { alg: 'ES256', typ: accessTokenType, kid },
    },
  );

describe('the guard before every route', () => {
  let identity: Server;
  let says: { status: number; body: string };
  let guard: AccessGuard;

  beforeEach(async () => {
    says = { status: 200, body: JSON.stringify({ keys: [ours.jwk] }) };
    identity = createServer((_, response) => response.writeHead(says.status).end(says.body));
    await new Promise<void>((resolve) => identity.listen(0, '127.0.0.1', resolve));
    // A new strategy takes the place of the one before: a service that has no keys yet.
    new JwtStrategy(
      platformConfigSchema.parse({
        NODE_ENV: 'test',
        PORT: 0,
        METRICS_PORT: 0,
        DATABASE_URL: 'postgres://localhost/porchlight_test',
        DATABASE_SCHEMA: 'projects',
        NATS_URL: 'nats://localhost',
        PUBLIC_ORIGINS: 'http://localhost:8080',
        IDENTITY_JWKS_URL: `http://127.0.0.1:${(identity.address() as AddressInfo).port}/keys`,
      }),
    );
    guard = new AccessGuard(new Reflector(), new NoneEnded());
  });
  afterEach(async () => {
    identity.closeAllConnections();
    await new Promise((resolve) => identity.close(resolve));
  });

  const away = async (): Promise<void> => {
    identity.closeAllConnections();
    await new Promise((resolve) => identity.close(resolve));
  };
  const enter = (bearer: string, door: keyof Doors = 'forSignedIn'): Promise<boolean> => {
    const request = { headers: { authorization: `Bearer ${bearer}` } };
    return guard.canActivate(new ExecutionContextHost([request, {}], Doors, Doors.prototype[door]));
  };
  const unavailable = { code: 'unavailable', status: 503, extras: { headers: { 'retry-after': '2' } } };
  const unauthenticated = { code: 'unauthenticated', status: 401 };

  it('lets a good token in', async () => {
    expect(await enter(token())).toBe(true);
  });

  it('says that it cannot tell where identity is away, not that the token is bad', async () => {
    await away();
    await expect(enter(token())).rejects.toMatchObject(unavailable);
  });

  it.each([
    ['fails', 500, '{}'],
    ['is missed by the proxy', 503, '{"code":"unavailable"}'],
    ['says something else', 200, '<html>'],
    ['has no keys', 200, '{"keys":[]}'],
    ['has only what is no key', 200, '{"keys":[{"kty":"none"}]}'],
  ])('says the same where identity %s', async (_, status, body) => {
    says = { status, body };
    await expect(enter(token())).rejects.toMatchObject(unavailable);
  });

  it('goes on with the keys that it has while identity is away', async () => {
    await enter(token());
    await away();
    expect(await enter(token())).toBe(true);
    await expect(enter(token({ ...foreign, kid: 'ours' }))).rejects.toMatchObject(unauthenticated);
  });

  it('refuses keys that identity does not have, and good tokens none the less for a flood of those', async () => {
    const flood = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) => enter(token({ ...foreign, kid: `foreign ${n}` }))),
    );
    for (const one of flood) expect(one).toMatchObject({ status: 'rejected', reason: unauthenticated });
    expect(await enter(token())).toBe(true);
  });

  it('refuses what is no token without asking identity', async () => {
    await away();
    await expect(enter('x')).rejects.toMatchObject(unauthenticated);
  });

  it('opens what is for everybody to whoever cannot be told', async () => {
    await away();
    expect(await enter(token(), 'forEverybody')).toBe(true);
  });
});
