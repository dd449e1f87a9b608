import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@porchlight/contracts';
import { startSystem, until, type Client, type System } from '@porchlight/testing';
import { heldAt } from './held';
import { Work } from './work';

/** Edits that were answered with success are what must not be missing; the killed service is brought back as a launcher would. */
describe('any one service killed while people work', () => {
  let system: System;
  let owner: Client;
  let companyId: string;
  let projectId: string;
  let quietId: string;
  let viewer: Client;
  const acknowledged: string[] = [];
  let number = 0;

  beforeAll(async () => {
    system = await startSystem();
    owner = system.client();
    companyId = (await owner.register()).company.id;
    projectId = (await owner.post('/api/projects', { name: 'Maple Street kitchen' })).body.id;
    quietId = (await owner.post('/api/projects', { name: 'Oak Lane bath' })).body.id;
    const { body: link } = await owner.post(`/api/portal/${projectId}/links`, { label: 'Anna & Ben' });
    viewer = system.client();
    const { pathname, search } = new URL(link.url);
    expect((await viewer.get(pathname + search)).status).toBe(303);
  });
  afterAll(() => system?.stop());

  const edit = async (): Promise<void> => {
    const name = `Milestone ${++number}`;
    const reply = await owner
      .post(`/api/projects/${projectId}/milestones`, { name, targetDate: '2027-02-01', section: 'execution' })
      .catch(() => undefined);
    if (reply?.status === 201) acknowledged.push(name);
  };

  const shown = async (): Promise<string[]> => {
    const reply = await viewer.get(`/api/portal/${projectId}`).catch(() => undefined);
    return reply?.status === 200 ? reply.body.milestones.map(({ name }: { name: string }) => name) : [];
  };

  it.each<ServiceName>(['identity', 'projects', 'leads', 'notifications', 'portal-gateway'])(
    'loses no acknowledged edit when %s dies',
    async (service) => {
      const before = acknowledged.length;
      let working = true;
      const work = (async () => {
        while (working) await edit();
      })();
      await until(() => acknowledged.length >= before + 3, 10_000);
      await system.kill(service, 'SIGKILL');
      await system.startService(service);
      const back = acknowledged.length;
      await until(() => acknowledged.length >= back + 3, 10_000);
      working = false;
      await work;
      await until(async () => {
        const names = await shown();
        return acknowledged.every((name) => names.includes(name));
      }, 15_000);
      const names = await shown();
      expect(new Set(names).size).toBe(names.length);
    },
  );

  it.each<ServiceName>(['identity', 'projects', 'leads', 'notifications', 'portal-gateway'])(
    'fails no request and loses no event when %s is replaced by another of its kind',
    async (service) => {
      const leaver = system.process(service);
      const another = await system.startAnother(service);
      const work = new Work({ owner, viewer, companyId, projectId });
      await work.round();

      // What it was sent stands still in it while it is told to stop.
      const held = await heldAt(system, leaver, { owner, companyId, projectId: quietId });
      try {
        leaver.forget();
        // Each worker sent whatever the proxy had for the leaver before this, and has its answer.
        await work.round();
        void leaver.kill('SIGTERM');
        await until(async () => (await readiness(leaver.url)) !== 200, 20_000, 'it goes on as if nothing was');
      } finally {
        await held.release();
      }
      expect(await held.answer).toBe(held.wanted);
      expect(await leaver.ended).toBe('ended with code 0');
      await work.round();
      expect(await work.end()).toEqual([]);

      await until(async () => {
        const names = await shown();
        return work.milestones.every((name) => names.includes(name));
      }, 20_000);
      for (const email of work.invited) await system.mail.waitFor(({ to }) => to.includes(email));
      const mailed = system.mail.list().flatMap(({ to }) => to);
      expect(mailed.filter((to) => work.invited.includes(to)).sort()).toEqual([...work.invited].sort());
      await leaver.start();
      await another.stop();
    },
  );
});

/** Null once it listens no more. */
const readiness = async (url: string): Promise<number | null> =>
  (await fetch(`${url}/readyz`, { headers: { connection: 'close' } }).catch(() => null))?.status ?? null;
