import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client, startSystem, type Reply, type System } from '@porchlight/testing';
import { refill, resetToken, tokenKeys } from '../account/test-app/mailed-links';
import { argon2Runs, whatItSays } from './test-app/answers';

const SESSIONS = '/api/identity/sessions';
const strangers = 8;
const perAddress = 5;
const perDevice = 3;

describe('guessing passwords', () => {
  let system: System;
  let nextAddress = 0;
  beforeAll(async () => {
    system = await startSystem({
      services: ['identity'],
      env: {
        identity: {
          TOKEN_KEYS: tokenKeys,
          LIMIT_SIGN_IN_STRANGERS: `${strangers}`,
          LIMIT_SIGN_IN_ADDRESS: `${perAddress}`,
          LIMIT_SIGN_IN_DEVICE: `${perDevice}`,
          LIMIT_OWN_PASSWORD: '4',
          LIMIT_REGISTRATIONS: '30',
          LIMIT_RESETS: '6',
          LIMIT_LINKS: '7',
        },
      },
    });
  });
  afterAll(() => system.stop());
  beforeEach(() => refill(system));

  /** Identity itself, whose only trusted proxy is this machine: it believes the address that the test gives. */
  const at = (address: string, client = new Client(system.url('identity'))) => ({
    client,
    post: (path: string, body: unknown): Promise<Reply> =>
      client.post(path, body, { headers: { 'x-forwarded-for': address } }),
    guess: (email: string, password = 'a wild guess at it'): Promise<Reply> =>
      client.post(SESSIONS, { email, password }, { headers: { 'x-forwarded-for': address } }),
  });
  const elsewhere = (): string => {
    nextAddress += 1;
    return `198.51.${Math.floor(nextAddress / 250)}.${(nextAddress % 250) + 1}`;
  };
  const owner = async (): Promise<Client> => {
    const client = new Client(system.url('identity'));
    await client.register();
    return client;
  };
  /** Many guesses at once, each from an address of its own. */
  const storm = (email: string, guesses = 60): Promise<Reply[]> =>
    Promise.all(Array.from({ length: guesses }, () => at(elsewhere()).guess(email)));
  const statuses = (replies: readonly Reply[]): Record<number, number> =>
    Object.fromEntries(
      [...new Set(replies.map(({ status }) => status))].map((status) => [
        status,
        replies.filter((reply) => reply.status === status).length,
      ]),
    );
  const hashing = async (work: () => Promise<unknown>): Promise<number> => {
    const before = await argon2Runs(system);
    await work();
    return (await argon2Runs(system)) - before;
  };

  it('at one account from many addresses at once stays bounded', async () => {
    const { email } = await owner();
    let replies: Reply[] = [];
    const runs = await hashing(async () => {
      replies = await storm(email);
    });
    expect(runs).toBe(strangers);
    expect(statuses(replies)).toEqual({ 401: strangers, 429: 60 - strangers });
    const refused = replies.find(({ status }) => status === 429);
    expect(refused?.headers.get('content-type')).toMatch('application/problem+json');
    expect(refused?.body.code).toBe('too_many_requests');
    const wait = Number(refused?.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(3_500);
    expect(wait).toBeLessThanOrEqual(3_600);
  });

  it('at accounts that do not exist is refused in the same words', async () => {
    const { email } = await owner();
    const known = await storm(email);
    const unknown = await storm(`no-${email}`);
    expect(statuses(unknown)).toEqual(statuses(known));
    const refusal = (replies: readonly Reply[]) => {
      const said = replies.filter(({ status }) => status === 429).map(whatItSays);
      // Seconds pass between the two storms.
      return said.map(({ headers, ...rest }) => ({ ...rest, headers: headers.map(([name]) => name) }))[0];
    };
    expect(refusal(unknown)).toEqual(refusal(known));
  });

  it('lets the owner in at the first try on a device that they used before', async () => {
    const known = await owner();
    await storm(known.email);
    const reply = await at(elsewhere(), known).guess(known.email, known.password);
    expect(reply.status).toBe(201);
  });

  it('keeps strangers out meanwhile even with the right password, and lets a mailed reset make a new device known', async () => {
    const { email, password } = await owner();
    await storm(email);
    const phone = at(elsewhere());
    expect((await phone.guess(email, password)).status).toBe(429);
    expect((await phone.post('/api/identity/password-resets', { email })).status).toBe(202);
    const token = await resetToken(system, email);
    const chosen = 'chosen on the new phone';
    const done = await phone.post('/api/identity/password-resets/complete', { token, password: chosen });
    expect(done.status).toBe(204);
    expect((await phone.guess(email, chosen)).status).toBe(201);
  });

  it('from a known device fills that device’s bucket and no other', async () => {
    const known = await owner();
    const other = at(elsewhere());
    await other.guess(known.email, known.password);
    const thief = at(elsewhere(), known);
    const replies: Reply[] = [];
    for (let guess = 0; guess < perDevice + 2; guess += 1) replies.push(await thief.guess(known.email));
    expect(statuses(replies)).toEqual({ 401: perDevice, 429: 2 });
    expect((await other.guess(known.email, known.password)).status).toBe(201);
    expect((await at(elsewhere()).guess(known.email, known.password)).status).toBe(201);
  });

  it('is not helped by a device that another account knows, nor by a made-up one', async () => {
    const { email } = await owner();
    const mine = await owner();
    await storm(email);
    expect((await at(elsewhere(), mine).guess(email)).status).toBe(429);
    const forged = new Client(system.url('identity'));
    const cookie = `porchlight_device=${'A'.repeat(71)}`;
    const headers = { cookie, 'x-forwarded-for': elsewhere() };
    expect((await forged.post(SESSIONS, { email, password: 'a wild guess' }, { headers })).status).toBe(429);
  });

  it('lets in everybody of a household at the device they share', async () => {
    const people = await Promise.all([owner(), owner(), owner()]);
    const tablet = new Client(system.url('identity'));
    for (const { email, password } of people) await at(elsewhere(), tablet).guess(email, password);
    for (const { email } of people) await storm(email, strangers + 2);
    for (const { email, password } of people) {
      expect((await at(elsewhere(), tablet).guess(email, password)).status).toBe(201);
    }
  });

  it('at many accounts from one address stays bounded, also when spread over one IPv6 network', async () => {
    const emails = Array.from({ length: perAddress + 4 }, (_, number) => `person-${number}@guessed.example`);
    const fromOne = await Promise.all(emails.map((email) => at('203.0.113.9').guess(email)));
    expect(statuses(fromOne)).toEqual({ 401: perAddress, 429: 4 });
    const fromSix = await Promise.all(emails.map((email, host) => at(`2001:db8:7:7::${host + 1}`).guess(email)));
    expect(statuses(fromSix)).toEqual({ 401: perAddress, 429: 4 });
  });

  it('takes nothing from those who know their password', async () => {
    const { email, password } = await owner();
    for (let time = 0; time < perAddress + strangers; time += 1) {
      expect((await at('203.0.113.40').guess(email, password)).status).toBe(201);
    }
  });

  it('goes on once the time is up', async () => {
    const { email, password } = await owner();
    await storm(email);
    const address = elsewhere();
    expect((await at(address).guess(email, password)).status).toBe(429);
    await system.sql('identity', 'update rate_limit set expire = 0');
    expect((await at(address).guess(email, password)).status).toBe(201);
  });

  it('at one’s own password with a stolen session stays bounded', async () => {
    const victim = await owner();
    const replies: Reply[] = [];
    for (let guess = 0; guess < 6; guess += 1) {
      const body = { current: `a guess number ${guess}`, password: 'the thief’s password' };
      replies.push(await victim.post('/api/identity/me/password', body));
    }
    expect(statuses(replies)).toEqual({ 400: 4, 429: 2 });
  });

  it('keeps no address and no e-mail in clear', async () => {
    const { email } = await owner();
    await at('203.0.113.77').guess(email);
    const kept = JSON.stringify(await system.sql('identity', 'select * from rate_limit'));
    expect(kept).toMatch('sign_in_strangers:');
    for (const clear of [email, '203.0.113.77']) expect(kept).not.toContain(clear);
  });

  describe('other ways in are bounded by client address', () => {
    const flood = async (times: number, request: (from: ReturnType<typeof at>) => Promise<Reply>) => {
      const address = elsewhere();
      return statuses(await Promise.all(Array.from({ length: times }, () => request(at(address)))));
    };

    it('asking for resets', async () => {
      const asked = await flood(9, (from) =>
        from.post('/api/identity/password-resets', { email: `${elsewhere()}@home.example` }),
      );
      expect(asked).toEqual({ 202: 6, 429: 3 });
    });

    it.each(['password-resets/inspect', 'email-confirmations/inspect', 'invitations/inspect'])(
      'trying links at %s',
      async (path) => {
        const tried = await flood(9, (from) => from.post(`/api/identity/${path}`, { token: 'A'.repeat(71) }));
        expect(tried).toEqual({ 404: 7, 429: 2 });
      },
    );

    it('registering', async () => {
      const runs = await hashing(async () => {
        const body = { companyName: 'Flood', name: 'Flo', email: 'one@flood.example', password: 'the same each time' };
        expect(await flood(33, (from) => from.post('/api/identity/companies', body))).toEqual({
          201: 1,
          409: 29,
          429: 3,
        });
      });
      expect(runs).toBe(30);
    });
  });
});
