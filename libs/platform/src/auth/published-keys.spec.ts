import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PublishedKeys } from './published-keys';

describe('the keys that identity publishes', () => {
  let identity: Server;
  let url: string;
  let asked: number;
  let says: { status: number; body: string };
  let now: number;
  let keys: PublishedKeys;

  beforeAll(async () => {
    identity = createServer((_, response) => {
      asked += 1;
      response.writeHead(says.status).end(says.body);
    });
    await new Promise<void>((resolve) => identity.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(identity.address() as AddressInfo).port}/keys`;
  });
  afterAll(() => void identity.close());
  beforeEach(() => {
    [asked, now] = [0, 0];
    says = { status: 200, body: JSON.stringify({ keys: [{ kid: 'first' }] }) };
    keys = new PublishedKeys(() => now);
  });

  it('are asked for once, however many tokens name unknown keys in a second', async () => {
    await Promise.all(Array.from({ length: 50 }, () => keys.read(url)));
    now = 999;
    expect(await keys.read(url)).toEqual({ keys: [{ kid: 'first' }] });
    expect(asked).toBe(1);
  });

  it('are asked for again after that, so that a new key needs no restart', async () => {
    await keys.read(url);
    now = 1_000;
    says.body = JSON.stringify({ keys: [{ kid: 'first' }, { kid: 'second' }] });
    expect((await keys.read(url)).keys).toHaveLength(2);
  });

  it.each([
    ['an error', 500, '{"keys":[{"kid":"first"}]}'],
    ['a proxy that misses it', 503, '{"code":"unavailable"}'],
    ['a page', 200, '<html>'],
    ['something else', 200, '{"code":"unavailable"}'],
    ['no keys at all', 200, '{"keys":[]}'],
  ])('are not had from %s, nor asked for by everybody until a second later', async (_, status, body) => {
    says = { status, body };
    const tries = await Promise.allSettled([keys.read(url), keys.read(url)]);
    expect(tries.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    expect(asked).toBe(1);
    says = { status: 200, body: '{"keys":[{"kid":"first"}]}' };
    now = 1_000;
    expect((await keys.read(url)).keys).toEqual([{ kid: 'first' }]);
  });
});
