import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, startSystem, until, type Reply, type System } from '@porchlight/testing';
import { setTimeout as pause } from 'node:timers/promises';
import type { Screen } from './screen';
import { changeOf, Site, type Link, type Somebody } from './site';

/** How long a denial may take after the answer, and a socket to close, in ms. */
const atOnce = 1_000;

/** A project whose customer and manager are signed in and look on, beside the holders of links. */
interface Looking {
  readonly site: Site;
  readonly manager: Somebody;
  readonly customer: Somebody;
  /** The customer's second device. */
  readonly tablet: Somebody;
  readonly household: Link;
  readonly screens: Record<Who, Screen[]>;
}
type Who = 'customer' | 'tablet' | 'friend' | 'household' | 'neighbour' | 'preview';

interface Case {
  readonly name: string;
  readonly act: (at: Looking) => Promise<Reply>;
  /** Whose screens end with it; everybody else's go on. */
  readonly ends: readonly Who[];
  /** What the requests of those are answered with: before, and at once after. */
  readonly denied: readonly Denial[];
}
interface Denial {
  readonly who: 'customer' | 'tablet' | 'manager';
  readonly projects: readonly [before: number, after: number];
  readonly leads: readonly [before: number, after: number];
  readonly portal: readonly [before: number, after: number];
}

const removedCustomer = { projects: [403, 404], leads: [403, 403], portal: [201, 404] } as const;
const removedManager = { projects: [200, 404], leads: [200, 403], portal: [201, 404] } as const;
const signedOutCustomer = { projects: [403, 401], leads: [403, 401], portal: [201, 401] } as const;
const signedOutManager = { projects: [200, 401], leads: [200, 401], portal: [201, 401] } as const;

const cases: readonly Case[] = [
  {
    name: 'a customer is removed with the link of the household',
    act: ({ site, manager, customer, household }) =>
      manager.client.delete(
        `/api/identity/projects/${site.projectId}/members/${customer.personId}?links=${household.id}`,
      ),
    ends: ['customer', 'tablet', 'friend', 'household'],
    denied: [
      { who: 'customer', ...removedCustomer },
      { who: 'tablet', ...removedCustomer },
    ],
  },
  {
    name: 'a customer becomes a subcontractor',
    act: ({ site, manager, customer }) =>
      manager.client.patch(`/api/identity/projects/${site.projectId}/members/${customer.personId}`, {
        role: 'subcontractor',
      }),
    ends: ['customer', 'tablet', 'friend'],
    denied: [{ who: 'customer', projects: [403, 200], leads: [403, 403], portal: [201, 403] }],
  },
  {
    name: 'a customer ends the session of another device',
    act: async ({ tablet }) => {
      const { body } = await tablet.client.get('/api/identity/sessions');
      const other = body.items.find(({ current }: { current: boolean }) => !current);
      return tablet.client.delete(`/api/identity/sessions/${other.id}`);
    },
    ends: ['customer'],
    denied: [{ who: 'customer', ...signedOutCustomer }],
  },
  {
    name: 'a customer signs out everywhere',
    act: ({ tablet }) => tablet.client.delete('/api/identity/sessions'),
    ends: ['customer', 'tablet'],
    denied: [
      { who: 'customer', ...signedOutCustomer },
      { who: 'tablet', ...signedOutCustomer },
    ],
  },
  {
    name: 'a customer changes the password on one device',
    act: ({ tablet }) =>
      tablet.client.post('/api/identity/me/password', {
        current: tablet.client.password,
        password: 'another quiet evening',
      }),
    ends: ['customer'],
    denied: [{ who: 'customer', ...signedOutCustomer }],
  },
  {
    name: 'a customer resets the password',
    act: async ({ site, customer }) => {
      await site.owner.post('/api/identity/password-resets', { email: customer.client.email });
      const token = await site.mailedToken(customer.client.email, 'reset-password');
      return site.owner.post('/api/identity/password-resets/complete', { token, password: 'another quiet evening' });
    },
    ends: ['customer', 'tablet'],
    denied: [
      { who: 'customer', ...signedOutCustomer },
      { who: 'tablet', ...signedOutCustomer },
    ],
  },
  {
    name: 'a customer closes the account',
    act: ({ tablet }) => tablet.client.post('/api/identity/me/deactivate', { password: tablet.client.password }),
    ends: ['customer', 'tablet', 'friend'],
    denied: [
      { who: 'customer', ...signedOutCustomer },
      { who: 'tablet', ...signedOutCustomer },
    ],
  },
  {
    name: 'a manager is removed from the staff',
    act: ({ site, manager }) =>
      site.owner.delete(`/api/identity/companies/${site.companyId}/staff/${manager.personId}`),
    ends: ['preview'],
    denied: [{ who: 'manager', ...removedManager }],
  },
  {
    name: 'a customer is removed from the whole company',
    act: ({ site, customer }) =>
      site.owner.delete(`/api/identity/companies/${site.companyId}/people/${customer.personId}`),
    ends: ['customer', 'tablet', 'friend'],
    denied: [{ who: 'customer', ...removedCustomer }],
  },
  {
    name: 'a manager signs out',
    act: ({ manager }) => manager.client.delete('/api/identity/sessions/current'),
    ends: ['preview'],
    denied: [{ who: 'manager', ...signedOutManager }],
  },
];

describe('access that is taken away while everybody looks on, at two gateways', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({ gateways: 2 });
  });
  afterAll(() => system.stop());

  const lookOn = async (): Promise<Looking> => {
    const site = await Site.start(system);
    const [manager, customer] = await Promise.all([site.joins('manager'), site.joins('customer')]);
    const tablet = await site.alsoOn(customer);
    const [household, neighbours] = await Promise.all([site.link('Anna & Ben'), site.link('Next door')]);
    const customers = await site.screensOf('the customer', customer);
    const { body } = await customer.client.post(`${site.portal}/share`);
    const screens = {
      customer: customers,
      tablet: await site.screensOf('the tablet', tablet),
      friend: await site.screensAt('the friend', body.url),
      household: await site.screensAt('the household', household.url),
      neighbour: await site.screensAt('the neighbour', neighbours.url),
      preview: await site.screensOf('the preview', manager),
    };
    return { site, manager, customer, tablet, household, screens };
  };

  /** What each service answers somebody, the gateways each for itself. The token is that of before. */
  const answersTo = (site: Site, { client }: Somebody, token: string | null) => {
    const ask = (url: string) => Object.assign(new Client(url), { accessToken: token });
    return async (): Promise<number[]> => {
      const replies = await Promise.all([
        ask(client.origin).get(`/api/projects/${site.projectId}`),
        ask(client.origin).get('/api/leads'),
        ...system.gateways.map(({ url }) => ask(url).post(`${site.portal}/sessions`)),
      ]);
      return replies.map(({ status }) => status);
    };
  };

  it.each(cases)('denies and closes at once when $name', async ({ act, ends, denied }) => {
    const looking = await lookOn();
    const { site, screens } = looking;
    const everybody = Object.entries(screens).flatMap(([who, theirs]) => theirs.map((screen) => ({ who, screen })));
    const isEnding = (who: string): boolean => ends.some((ending) => ending === who);
    const ended = everybody.filter(({ who }) => isEnding(who)).map(({ screen }) => screen);
    const going = everybody.filter(({ who }) => !isEnding(who)).map(({ screen }) => screen);
    const probes = denied.map(({ who, projects, leads, portal }) => {
      const expected = [projects, leads, ...system.gateways.map(() => portal)];
      return {
        ask: answersTo(site, looking[who], looking[who].client.accessToken),
        before: expected.map(([before]) => before),
        after: expected.map(([, after]) => after),
      };
    });
    for (const { ask, before } of probes) expect(await ask()).toEqual(before);
    const stop = new AbortController();
    try {
      site.write(stop.signal);
      await pause(50 + Math.random() * 100);
      const { status } = await act(looking);
      const answeredAt = performance.now();
      const latest = site.latest;
      expect(status).toBe(204);

      const took = await Promise.all([
        ...probes.map(async ({ ask, after }) => {
          await until(
            async () => `${await ask()}` === `${after}`,
            atOnce * 5,
            () => `not denied: ${after}`,
          );
          return performance.now() - answeredAt;
        }),
        ...ended.map(async (screen) => {
          await until(() => screen.isClosed, atOnce * 5, `the screen of ${screen.whose} stays open`);
          return performance.now() - answeredAt;
        }),
      ]);
      process.stdout.write(`denied and closed ${Math.round(Math.max(...took))} ms after the answer\n`);
      expect(Math.max(...took)).toBeLessThanOrEqual(atOnce);

      // Changes go on: they reach those who may look, and nobody else.
      const shown = ({ names }: Screen): number => Math.max(...names.map(changeOf));
      await until(
        () => going.every((screen) => shown(screen) > latest + 2),
        10_000,
        () => going.map((screen) => `${screen.whose} shows ${shown(screen)}, not ${latest + 3}`).join('; '),
      );
      for (const screen of ended) expect([screen.whose, shown(screen) <= latest]).toEqual([screen.whose, true]);
      for (const screen of going) expect([screen.whose, screen.isOpen]).toEqual([screen.whose, true]);
    } finally {
      stop.abort();
      await site.written();
      for (const { screen } of everybody) screen.end();
    }
  });
});
