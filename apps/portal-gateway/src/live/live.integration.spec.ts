import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type System } from '@porchlight/testing';
import { Builder, openLink } from '../../test-app/builder';
import { OpenScreen } from '../../test-app/open-screen';

let system: System;
let builder: Builder;

beforeAll(async () => {
  system = await startSystem({ services: ['identity', 'projects', 'leads', 'portal-gateway'], gateways: 2 });
  builder = await Builder.start(system);
});
afterAll(() => system.stop());

const gateway = (index: number): string => system.gateways[index]?.url ?? '';

/** The cookie of somebody who opened a link of the builder's. */
const cookieOf = async (url: string, projectId = builder.projectId): Promise<string> =>
  (await openLink(system, url)).cookies.headerFor(`/api/portal/${projectId}`);

const open = async (index: number, cookie: string, projectId = builder.projectId): Promise<OpenScreen> =>
  OpenScreen.open({ url: gateway(index), projectId, cookie, origin: system.origin });

describe('two replicas', () => {
  it('show an edit on the screens of both, each version once and in order', async () => {
    const cookie = await cookieOf((await builder.link()).url);
    const screens = await Promise.all([open(0, cookie), open(1, cookie), open(1, cookie)]);
    await builder.rename('Lakeside kitchen and pantry');
    for (const screen of screens) await screen.shows('Lakeside kitchen and pantry');
    for (const { versions } of screens) expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    screens.forEach((screen) => screen.end());
  });

  it('close the screens of a revoked link on both before the answer, and no others', async () => {
    const [link, other] = [await builder.link(), await builder.link({ label: 'Grandma' })];
    const [cookie, otherCookie] = [await cookieOf(link.url), await cookieOf(other.url)];
    const screens = await Promise.all([open(0, cookie), open(1, cookie)]);
    const others = await Promise.all([open(0, otherCookie), open(1, otherCookie)]);
    await builder.revoke(link.id);
    const answeredAt = performance.now();
    await builder.rename('Lakeside kitchen, second thoughts');
    for (const screen of others) await screen.shows('Lakeside kitchen, second thoughts');
    for (const screen of screens) {
      await screen.closed(1_000);
      expect(screen.closing).toEqual({ type: 'closing', reason: 'revoked' });
      expect(screen.code).toBe(1008);
      expect(screen.name).not.toBe('Lakeside kitchen, second thoughts');
      const late = screen.frames.filter(
        (frame, index) => frame.type === 'view' && (screen.times[index] ?? 0) > answeredAt,
      );
      expect(late).toEqual([]);
    }
    expect(
      await OpenScreen.connect({ url: gateway(1), projectId: builder.projectId, cookie, origin: system.origin }),
    ).toBe(401);
    others.forEach((screen) => screen.end());
  });

  it('heal a hint that was lost within two seconds', async () => {
    const other = await Builder.start(system);
    const cookie = await cookieOf((await other.link()).url, other.projectId);
    const screens = await Promise.all([open(0, cookie, other.projectId), open(1, cookie, other.projectId)]);
    // Stored past the consumer, so that nobody hints at it.
    await system.sql(
      'portal-gateway',
      `update view set project = jsonb_set(project, '{name}', '"Unhinted"'), project_version = project_version + 1
       where project_id = $1`,
      [other.projectId],
    );
    for (const screen of screens) await screen.shows('Unhinted', 3_000);
    screens.forEach((screen) => screen.end());
  });
});
