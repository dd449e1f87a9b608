import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@porchlight/contracts';
import { startSystem, until, type Client, type System } from '@porchlight/testing';

/** Edits that were answered with success are what must not be missing; the killed service is brought back as a launcher would. */
describe('any one service killed while people work', () => {
  let system: System;
  let owner: Client;
  let projectId: string;
  let viewer: Client;
  const acknowledged: string[] = [];
  let number = 0;

  beforeAll(async () => {
    system = await startSystem();
    owner = system.client();
    await owner.register();
    projectId = (await owner.post('/api/projects', { name: 'Maple Street kitchen' })).body.id;
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
});
