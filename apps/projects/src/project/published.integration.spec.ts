import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  atProofSize,
  everythingTaken,
  publishAgain,
  startSystem,
  until,
  type Client,
  type System,
} from '@porchlight/testing';
import { randomUUID } from 'node:crypto';

const published = 'leads.portal.published.v1';

describe('Publish Project', () => {
  let system: System;
  let owner: Client;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads'] });
    owner = system.client();
    await owner.register({ timeZone: 'America/Denver' });
  });
  afterAll(() => system.stop());

  /** Presses the button three times at once and gives the reserved id. */
  const publishLead = async (): Promise<string> => {
    const lead = { projectType: 'Kitchen', siteAddress: '4 Elm Street', client: { name: 'The Okafors', contacts: [] } };
    const { body } = await owner.post('/api/leads', lead);
    const publish = { name: 'The Okafors – Kitchen', welcomeMessage: 'Welcome!' };
    const presses = await Promise.all([1, 2, 3].map(() => owner.post(`/api/leads/${body.id}/publish`, publish)));
    const ids = new Set(presses.map((press) => press.body.portal.projectId));
    expect(ids.size).toBe(1);
    return presses[0]?.body.portal.projectId;
  };
  const arrived = async (projectId: string) => {
    const found = async () => (await owner.get(`/api/projects/${projectId}`)).status === 200;
    await until(found, 20_000, 'the project did not arrive');
    return (await owner.get(`/api/projects/${projectId}`)).body;
  };
  const effects = async (projectId: string) => {
    const events = await system.sql('projects', 'select type from outbox where aggregate_id = $1 order by seq', [
      projectId,
    ]);
    const activity = await system.sql('projects', 'select action from activity where project_id = $1', [projectId]);
    return { events: events.map(({ type }) => type), activity: activity.map(({ action }) => action) };
  };
  const one = { events: ['projects.project.changed.v1', 'portal.fact.project.v1'], activity: ['created'] };

  it('creates the project under the reserved id, once however often it is pressed', async () => {
    const projectId = await publishLead();
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
    expect(await effects(projectId)).toEqual(one);
  });

  it('asks identity for a company that has not come by yet', async () => {
    const lead = { projectType: 'Attic', client: { name: 'The Lees', contacts: [] } };
    const { body } = await owner.post('/api/leads', lead);
    // The copy must not count as current either: nothing but the owner's answer brings it back.
    await system.sql('projects', `delete from applied_state where type = 'identity.company.changed.v1'`);
    await system.sql('projects', 'delete from company');
    const publish = { name: 'Attic', welcomeMessage: 'Welcome!' };
    const { projectId } = (await owner.post(`/api/leads/${body.id}/publish`, publish)).body.portal;
    expect(await arrived(projectId)).toMatchObject({ name: 'Attic', timeZone: 'America/Denver' });
  });

  it('is one project when every event comes three times more, without ids and out of order', async () => {
    const projectId = await publishLead();
    const before = await arrived(projectId);
    const counts = () =>
      system.sql(
        'projects',
        'select (select count(*) from project) as projects, (select count(*) from outbox) as events, (select count(*) from activity) as rows, (select count(*) from member) as members',
      );
    const countedBefore = await counts();
    for (const [user, stream] of [
      ['leads', 'LEADS'],
      ['identity', 'IDENTITY'],
    ] as const) {
      const messages = await system.sql<{ type: string; envelope: string }>(
        user,
        `select type, envelope from outbox where type = $1 or type like 'identity.company.%' or type like 'identity.membership.%' order by seq desc`,
        [published],
      );
      expect(messages.length).toBeGreaterThan(0);
      await publishAgain(system, user, [...messages, ...messages.toReversed(), ...messages]);
      await everythingTaken(system, stream, 'projects');
    }
    expect(await counts()).toEqual(countedBefore);
    expect(await arrived(projectId)).toEqual(before);
  });

  it('is one project when it is told as news again: the reserved id knows', async () => {
    const projectId = await publishLead();
    const before = await arrived(projectId);
    const [told] = await system.sql<{ type: string; envelope: string }>(
      'leads',
      'select type, envelope from outbox where type = $1 and aggregate_id = $2',
      [published, projectId],
    );
    const envelope = JSON.stringify({ ...JSON.parse(told?.envelope ?? '{}'), id: randomUUID() });
    await publishAgain(system, 'leads', [{ type: published, envelope }]);
    await everythingTaken(system, 'LEADS', 'projects');
    expect(await effects(projectId)).toEqual(one);
    expect(await arrived(projectId)).toEqual(before);
  });

  it.each(atProofSize(['before-commit', 'after-commit', 'before-ack', 'after-ack'], (point) => point === 'before-ack'))(
    'is one project when the process dies %s',
    async (point) => {
      await system.kill('projects');
      await system.startService('projects', { CRASH_AT: `${point}:${published}` });
      const { ended } = system.process('projects');
      const projectId = await publishLead();
      await ended;
      await system.startService('projects');
      await arrived(projectId);
      await everythingTaken(system, 'LEADS', 'projects');
      expect(await effects(projectId)).toEqual(one);
    },
  );
});
