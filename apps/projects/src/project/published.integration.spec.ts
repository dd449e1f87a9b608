import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type System } from '@porchlight/testing';

describe('Publish Project', () => {
  let system: System;
  let owner: Client;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads'] });
    owner = system.client();
    await owner.register({ timeZone: 'America/Denver' });
  });
  afterAll(() => system.stop());

  const publishedLead = async (): Promise<string> => {
    const lead = { projectType: 'Kitchen', siteAddress: '4 Elm Street', client: { name: 'The Okafors', contacts: [] } };
    const { body } = await owner.post('/api/leads', lead);
    const publish = { name: 'The Okafors – Kitchen', welcomeMessage: 'Welcome!' };
    const presses = await Promise.all([1, 2, 3].map(() => owner.post(`/api/leads/${body.id}/publish`, publish)));
    const ids = new Set(presses.map((press) => press.body.portal.projectId));
    expect(ids.size).toBe(1);
    return presses[0]?.body.portal.projectId;
  };
  const arrived = async (projectId: string) => {
    await until(
      async () => (await owner.get(`/api/projects/${projectId}`)).status === 200,
      10_000,
      () => 'the project did not arrive',
    );
    return (await owner.get(`/api/projects/${projectId}`)).body;
  };

  it('creates the project under the reserved id, once however often it is pressed', async () => {
    const projectId = await publishedLead();
    const today = new Date().toLocaleDateString('en-CA', { timeZone: 'America/Denver' });
    expect(await arrived(projectId)).toMatchObject({
      id: projectId,
      name: 'The Okafors – Kitchen',
      address: '4 Elm Street',
      clientName: 'The Okafors',
      timeZone: 'America/Denver',
      start: today,
      deadline: null,
      status: 'planning',
      version: 1,
    });
  });

  it('is one project when the event comes again, as a copy and as a new message', async () => {
    const projectId = await publishedLead();
    const before = await arrived(projectId);
    const [{ id, envelope } = { id: '', envelope: '' }] = await system.sql<{ id: string; envelope: string }>(
      'leads',
      `select id, envelope from outbox where type = 'leads.portal.published.v1' and aggregate_id = $1`,
      [projectId],
    );
    // The inbox forgets it, as after 30 days; the reserved id still knows.
    await system.sql('projects', 'delete from inbox where event_id = $1', [id]);
    await system.sql(
      'leads',
      `update outbox set published_at = null, envelope = $2, id = gen_random_uuid() where id = $1`,
      [id, envelope.replace(id, crypto.randomUUID())],
    );
    await system.kill('leads');
    await system.startService('leads');
    await until(
      async () =>
        (await system.sql('projects', 'select 1 from inbox where type = $1', ['leads.portal.published.v1'])).length > 1,
      20_000,
      () => 'the event did not come again',
    );
    expect(await arrived(projectId)).toEqual(before);
    const facts = await system.sql('projects', `select 1 from outbox where aggregate_id = $1`, [projectId]);
    expect(facts).toHaveLength(2);
  });
});
