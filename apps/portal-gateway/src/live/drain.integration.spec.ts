import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type RunningService, type System } from '@porchlight/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { Builder, openLink } from '../../test-app/builder';
import { OpenScreen } from '../../test-app/open-screen';

const screensAtLeaver = 100;
/** Beyond this no screen is told to wait; as `live-cycle.ts` has it, in ms. */
const spread = 5_000;

let system: System;
let builder: Builder;
let cookies: string[];

beforeAll(async () => {
  system = await startSystem({ services: ['identity', 'projects', 'leads', 'portal-gateway'], gateways: 2 });
  builder = await Builder.start(system);
  cookies = await Promise.all(
    ['Anna & Ben', 'Grandma', 'The neighbours', 'The architect'].map(async (label) =>
      (await openLink(system, (await builder.link({ label })).url)).cookies.headerFor(builder.api()),
    ),
  );
});
afterAll(() => system?.stop());

const gateway = (index: number): RunningService => {
  const found = system.gateways[index];
  if (!found) throw new Error(`there is no gateway ${index}`);
  return found;
};
const connect = (index: number, nth = 0): Promise<OpenScreen | number> =>
  OpenScreen.connect({
    url: gateway(index).url,
    projectId: builder.projectId,
    cookie: cookies[nth % cookies.length],
    origin: system.origin,
  });
const open = async (index: number, nth: number): Promise<OpenScreen> => {
  const screen = await connect(index, nth);
  if (typeof screen === 'number') throw new Error(`the screen was refused with ${screen}`);
  return screen;
};
/** What the gateway says of its readiness; null once it listens no more. */
const readiness = async (index: number): Promise<{ status: number; missing?: string[] } | null> => {
  try {
    const answer = await fetch(`${gateway(index).url}/readyz`);
    const { missing } = (await answer.json()) as { missing?: string[] };
    return { status: answer.status, ...(missing && { missing }) };
  } catch {
    return null;
  }
};

describe('a gateway that is told to stop while people look', () => {
  it('is unready first, lets nobody in, sends each screen away with a time of its own, and all find the other', async () => {
    const screens = await Promise.all(Array.from({ length: screensAtLeaver }, (_, nth) => open(0, nth)));
    // One that reads nothing any more holds nobody up, and the gateway open for as long as we look.
    const asleep = await open(0, 0);
    asleep.socket.pause();
    let renamed = 0;
    let changing = true;
    const changes = (async () => {
      while (changing) {
        await builder.rename(`Change ${(renamed += 1)}`);
        await pause(50);
      }
    })();
    await until(() => screens.every(({ versions }) => versions.length > 2), 20_000, 'the changes did not arrive');

    const leaver = gateway(0);
    const askedAt = performance.now();
    const ended = leaver.ended.then((how) => ({ how, after: performance.now() - askedAt }));
    void leaver.kill('SIGTERM');
    await until(() => screens.some(({ closing }) => closing !== undefined), 5_000, 'nobody was told');
    // At once: it is there for a second more.
    const [admitted, ...readyAfterwards] = await Promise.all([
      connect(0).catch(() => 'no answer'),
      readiness(0),
      readiness(0),
    ]);
    // Each as the page does it: it waits as long as it was told to, then comes back, to whoever is there.
    const back = await Promise.all(
      screens.map(async (screen, nth) => {
        await screen.closed(5_000);
        const { closing, code } = screen;
        if (closing?.type !== 'closing') throw new Error(`a screen was closed with ${code} and told nothing`);
        await pause(closing.retryAfterMs ?? 0);
        return { closing, code, before: screen.versions, again: await open(1, nth) };
      }),
    );
    const { how, after } = await ended;
    expect(how).toBe('ended with code 0');
    changing = false;
    await changes;
    for (const { again } of back) await again.shows(`Change ${renamed}`);

    expect(readyAfterwards).toEqual(Array(2).fill({ status: 503, missing: ['draining'] }));
    expect(admitted).toBe(503);
    const waits = back.map(({ closing, code }) => {
      expect([closing.reason, code]).toEqual(['restarting', 1012]);
      return closing.retryAfterMs ?? -1;
    });
    expect(Math.min(...waits)).toBeGreaterThan(0);
    expect(Math.max(...waits)).toBeLessThanOrEqual(spread);
    // By chance so few of a hundred are in one fifth once in a thousand million runs.
    const fifths = new Set(waits.map((wait) => Math.ceil((wait * 5) / spread)));
    expect([...fifths].sort()).toEqual([1, 2, 3, 4, 5]);
    for (const { before, again } of back) {
      const seen = [...before, ...again.versions];
      // Back at the other, the first that is shown may be what was shown last here, and nothing older.
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      again.end();
    }
    asleep.end();
    process.stdout.write(
      `${screensAtLeaver} screens sent away over ${Math.min(...waits)} to ${Math.max(...waits)} ms, all back; ended after ${Math.round(after)} ms\n`,
    );
  });
});
