import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { atProofSize, startSystem, until, type System } from '@porchlight/testing';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { type CrowdScreen, openAll, percentile, type Household } from './crowd';
import { Site } from './site';

interface Size {
  readonly links: number;
  readonly screensOfLink: number;
  readonly customers: number;
  readonly screensOfCustomer: number;
}
const small: Size = { links: 5, screensOfLink: 6, customers: 2, screensOfCustomer: 6 };
/** A thousand screens. */
const large: Size = { links: 38, screensOfLink: 25, customers: 5, screensOfCustomer: 10 };
const size = atProofSize([large, small], (one) => one === small)[0] ?? small;

/** How long a socket may take to be closed after the answer (p99), in ms. */
const atOnce = 1_000;

describe('a crowd at three gateways', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({ gateways: 3 });
  });
  afterAll(() => system.stop());

  /** Households with a link each, and customers with an account each. */
  const households = async (site: Site): Promise<Household[]> => {
    const { origin } = system;
    const all: Household[] = [];
    for (let count = 0; count < size.links; count++) {
      const { id, url } = await site.link(`Household ${count}`);
      const visitor = system.client();
      await visitor.get(url);
      const headers = { origin, cookie: visitor.cookies.headerFor(site.portal) };
      const end = async () => (await site.owner.delete(`${site.portal}/links/${id}`)).status;
      all.push({ headers, screens: size.screensOfLink, end });
    }
    for (let count = 0; count < size.customers; count++) {
      const { client, personId } = await site.joins('customer');
      await client.post(`${site.portal}/sessions`);
      const headers = { origin, cookie: client.cookies.headerFor(site.portal) };
      const member = `/api/identity/projects/${site.projectId}/members/${personId}`;
      const end = async () => (await site.owner.delete(member)).status;
      all.push({ headers, screens: size.screensOfCustomer, end });
    }
    return all;
  };

  it('loses household after household while changes go on: no view after the answer, every socket closed at once', async () => {
    const site = await Site.start(system);
    const all: { household: Household; screens: CrowdScreen[] }[] = [];
    for (const household of await households(site))
      all.push({ household, screens: await openAll(system, `${site.portal}/live`, household) });
    const [staying, ...leaving] = all;
    const took: number[] = [];
    const late: CrowdScreen[] = [];
    const stop = new AbortController();
    try {
      site.write(stop.signal);
      for (const { household, screens } of leaving.sort(() => Math.random() - 0.5)) {
        await pause(Math.random() * 60);
        const status = await household.end();
        const answeredAt = performance.now();
        const latest = site.latest;
        expect([200, 204]).toContain(status);
        // What the kernel held when the answer came is read within a turn or two.
        for (let turns = 0; turns < 3; turns++) await turn();
        const readAt = performance.now();
        await until(() => screens.every(({ closedAt }) => closedAt !== null), 10_000, 'a screen stays open');
        for (const screen of screens) {
          took.push(Math.max(0, (screen.closedAt ?? Infinity) - answeredAt));
          if (screen.viewedAt > readAt || screen.newest > latest || screen.afterClosing > 0) late.push(screen);
          expect(screen.closing).toBe('revoked');
        }
      }
      const last = site.latest;
      await until(
        () => (staying?.screens ?? []).every(({ newest }) => newest > last),
        10_000,
        'the others stand still',
      );
    } finally {
      stop.abort();
      await site.written();
      for (const { screens } of all) screens.forEach((screen) => screen.end());
    }
    took.sort((a, b) => a - b);
    const [p50, p99] = [percentile(took, 0.5), percentile(took, 0.99)];
    process.stdout.write(
      `${took.length} of ${all.reduce((sum, { screens }) => sum + screens.length, 0)} screens at three gateways closed by ` +
        `${leaving.length} revocations under ${site.latest} changes: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms ` +
        `after the answer, views after it: ${late.length}\n`,
    );
    expect(late).toEqual([]);
    expect(p99).toBeLessThanOrEqual(atOnce);
    expect(staying?.screens.every(({ closing, closedAt }) => closing === null && closedAt === null)).toBe(true);
  });
});
