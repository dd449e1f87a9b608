import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type System } from '@porchlight/testing';
import { v7 } from 'uuid';
import { Builder, openLink } from '../../test-app/builder';
import { OpenScreen } from '../../test-app/open-screen';

let system: System;
let builder: Builder;
let neighbour: Builder;
let cookie: string;

beforeAll(async () => {
  system = await startSystem({
    services: ['identity', 'projects', 'leads', 'portal-gateway'],
    env: { 'portal-gateway': { LIVE_PER_ADDRESS: '4' } },
  });
  [builder, neighbour] = [await Builder.start(system), await Builder.start(system)];
  cookie = await cookieOf(builder);
});
afterAll(() => system.stop());

const cookieOf = async (owner: Builder): Promise<string> =>
  (await openLink(system, (await owner.link()).url)).cookies.headerFor(owner.api());

const connect = (changes: { cookie?: string; origin?: string; projectId?: string } = {}) =>
  OpenScreen.connect({
    url: system.url('portal-gateway'),
    projectId: builder.projectId,
    cookie,
    origin: system.origin,
    ...changes,
  });
/** The place of a screen that is gone is free a moment after its end was seen here. */
const open = async (): Promise<OpenScreen> => {
  const answered = async (): Promise<OpenScreen | number | false> => {
    const answer = await connect();
    return answer !== 429 && answer;
  };
  const screen = await until(answered, 10_000, 'every place stays taken');
  if (typeof screen === 'number') throw new Error(`refused with ${screen}`);
  return screen;
};

describe('the live socket, before the handshake', () => {
  it.each([
    ['a missing origin', { origin: undefined }, 403],
    ['a foreign origin', { origin: 'https://evil.example' }, 403],
    ['the null origin', { origin: 'null' }, 403],
    ['no cookie', { cookie: undefined }, 401],
    ['a cookie made up', { cookie: `pl_${v7()}=l.${'A'.repeat(71)}` }, 401],
    ['no id for a project', { projectId: 'x' }, 404],
  ])('refuses %s', async (_what, changes, status) => {
    expect(await connect(changes as Parameters<typeof connect>[0])).toBe(status);
  });

  it('refuses a cookie whose link is dead', async () => {
    const { id, url } = await builder.link();
    const dead = (await openLink(system, url)).cookies.headerFor(builder.api());
    await builder.revoke(id);
    expect(await connect({ cookie: dead })).toBe(401);
  });

  it('answers a plain request in words', async () => {
    const answer = await builder.client.get(builder.api('/live'));
    expect([answer.status, answer.headers.get('upgrade')]).toEqual([426, 'websocket']);
  });

  it('lets an address have so many screens and no more', async () => {
    const screens = await Promise.all([open(), open(), open(), open()]);
    expect(await connect()).toBe(429);
    screens[0]?.end();
    await screens[0]?.closed();
    screens.push(await open());
    screens.forEach((screen) => screen.end());
    await Promise.all(screens.map((screen) => screen.closed()));
  });
});

describe('the live socket, after the handshake', () => {
  it.each(['name', 'value'])('closes on the cookie of another project, whatever its %s says', async (what) => {
    const foreign = await cookieOf(neighbour);
    const sent = what === 'name' ? foreign : foreign.replace(neighbour.projectId, builder.projectId);
    const screen = await connect({ cookie: sent });
    if (typeof screen === 'number') throw new Error(`refused with ${screen}`);
    await screen.closed();
    expect([screen.code, screen.frames]).toEqual([1008, []]);
  });

  it('is for listening: a message closes it, an overlong one before it was read', async () => {
    const [talker, shouter] = [await open(), await open()];
    talker.socket.send('hello');
    shouter.socket.send('x'.repeat(16 * 1024 + 1));
    await Promise.all([talker.closed(), shouter.closed()]);
    expect([talker.code, shouter.code]).toEqual([1008, 1009]);
  });

  it('stands ordinary pings, and no flood of them', async () => {
    const screen = await open();
    for (let count = 0; count < 30; count++) screen.socket.ping();
    await builder.rename('Still there');
    await screen.shows('Still there');
    // Its own ping of the screen, which may come in between, begins the count anew.
    await until(() => {
      if (screen.code === null) screen.socket.ping();
      return screen.code !== null;
    }, 10_000);
    expect(screen.code).toBe(1008);
  });

  it('says goodbye before a restart, each screen with a wait of its own', async () => {
    const screens = await Promise.all([open(), open(), open()]);
    await system.kill('portal-gateway', 'SIGTERM');
    await Promise.all(screens.map((screen) => screen.closed()));
    const waits = screens.map(({ closing }) => (closing?.type === 'closing' ? closing.retryAfterMs : undefined));
    for (const screen of screens) {
      expect(screen.code).toBe(1012);
      expect(screen.closing).toMatchObject({ reason: 'restarting' });
    }
    expect(new Set(waits).size).toBeGreaterThan(1);
    await system.startService('portal-gateway');
    expect(typeof (await connect())).toBe('object');
  });
});
