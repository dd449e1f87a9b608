import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type System } from '@porchlight/testing';

describe('JetStream loses its disk (D3)', () => {
  let system: System;
  let owner: Client;

  beforeAll(async () => {
    system = await startSystem();
    owner = system.client();
    await owner.register();
  });
  afterAll(() => system?.stop());

  it('and every reader catches up by itself, with what was published before and after', async () => {
    const projectId: string = (await owner.post('/api/projects', { name: 'Maple Street kitchen' })).body.id;
    const { body: link } = await owner.post(`/api/portal/${projectId}/links`, { label: 'Anna & Ben' });
    const viewer = system.client();
    const { pathname, search } = new URL(link.url);
    await viewer.get(pathname + search);
    const say = async (text: string): Promise<boolean> =>
      (await owner.post(`/api/projects/${projectId}/updates`, { text })).status === 201;

    // The gateway is away, so the first update is in the stream and nowhere else when the disk goes.
    await system.kill('portal-gateway');
    expect(await say('before')).toBe(true);
    await until(
      async () => (await system.sql('projects', 'select 1 from outbox where published_at is null')).length === 0,
      10_000,
    );
    await system.stopNats({ wipe: true });
    await system.startNats();
    // Without NATS nobody's session can be checked, so edits are refused until it is heard again.
    await until(() => say('after'), 15_000);
    await system.startService('portal-gateway');

    await until(async () => {
      const reply = await viewer.get(`/api/portal/${projectId}`);
      const texts: string[] = reply.status === 200 ? reply.body.updates.map(({ text }: { text: string }) => text) : [];
      return texts.join() === 'after,before';
    }, 20_000);
  });
});
