import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectSchema } from '@porchlight/contracts';
import { startSystem, type Client, type System } from '@porchlight/testing';

describe('projects', () => {
  let system: System;
  let owner: Client;
  beforeAll(async () => {
    // Without a mail server an invitation is answered with its link.
    system = await startSystem({ services: ['identity', 'projects'], env: { identity: { SMTP_CONFIGURED: 'false' } } });
    owner = system.client();
    await owner.register({ timeZone: 'America/Denver' });
  });
  afterAll(() => system.stop());

  const task = { name: 'Frame the walls', section: 'execution', start: '2026-11-23', durationDays: 5 };

  it('are there at once for who registered a moment ago, with sensible beginnings', async () => {
    const fresh = system.client();
    await fresh.register({ timeZone: 'Pacific/Auckland' });
    const { status, body, headers } = await fresh.post('/api/projects', { name: 'Kitchen' });
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(projectSchema.parse(body)).toEqual(body);
    const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Pacific/Auckland' });
    expect(body).toMatchObject({ timeZone: 'Pacific/Auckland', start: today, status: 'planning', deadline: null });
    expect(body.progress).toEqual({ overall: null, planning: null, execution: null, closeout: null });
    expect((await fresh.get(`/api/projects/${body.id}`)).body).toEqual(body);
    expect((await fresh.get('/api/projects')).body).toEqual({ items: [body], nextCursor: null });
  });

  it('keep every word of their head, and give an edit one version, one activity row and one event', async () => {
    const head = {
      name: 'Attic',
      address: '4 Elm Street',
      clientName: 'The Okafors',
      timeZone: 'America/Chicago',
      start: '2026-12-01',
      deadline: '2027-03-01',
      budget: { amount: '125000.50', currency: 'USD' },
    };
    const { body: made } = await owner.post('/api/projects', head);
    expect(made).toMatchObject(head);
    const path = `/api/projects/${made.id}`;
    const { status, body } = await owner.patch(path, { status: 'active', deadline: null }, { ifMatch: 1 });
    expect(status).toBe(200);
    expect(body).toEqual({ ...made, version: 2, status: 'active', deadline: null });
    expect((await owner.patch(path, { status: 'active' }, { ifMatch: 2 })).body.version).toBe(2);
    const { body: activity } = await owner.get(`${path}/activity`);
    expect(activity.items.map((row: { action: string }) => row.action)).toEqual(['changed', 'created']);
    expect(activity.items[0].changes).toEqual([
      { field: 'deadline', from: '2027-03-01', to: null },
      { field: 'status', from: 'planning', to: 'active' },
    ]);
    const events = await system.sql('projects', `select type from outbox where aggregate_id = $1 order by seq`, [
      made.id,
    ]);
    expect(events.map(({ type }) => type)).toEqual([
      'projects.project.changed.v1',
      'portal.fact.project.v1',
      'projects.project.changed.v1',
      'portal.fact.project.v1',
    ]);
  });

  it('come page by page, newest first', async () => {
    const fresh = system.client();
    await fresh.register();
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.unshift((await fresh.post('/api/projects', { name: `Project ${n}` })).body.id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await fresh.get(`/api/projects?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(ids);
  });

  it('are told of one company alone to who belongs to several', async () => {
    const [fresh, other] = [system.client(), system.client()];
    const { company: own } = await fresh.register();
    const { company: theirs } = await other.register();
    const { body: mine } = await fresh.post('/api/projects', { name: 'Mine' });
    const { body: shared } = await other.post('/api/projects', { name: 'Theirs' });
    const invite = { email: fresh.email, role: 'manager', companyId: theirs.id };
    const { body: invitation } = await other.post('/api/identity/invitations', invite);
    const token = new URL(invitation.acceptUrl).hash.slice(1);
    const accepted = await fresh.post('/api/identity/invitations/accept', { token });
    fresh.accessToken = accepted.body.accessToken;
    const listed = async (query = ''): Promise<string[]> =>
      (await fresh.get(`/api/projects${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await listed()).toEqual([shared.id, mine.id]);
    expect(await listed(`?companyId=${own.id}`)).toEqual([mine.id]);
    expect(await listed(`?companyId=${theirs.id}`)).toEqual([shared.id]);
    const { company: strangers } = await system.client().register();
    expect(await listed(`?companyId=${strangers.id}`)).toEqual([]);
  });

  it('are made once however often a creation is repeated with its key', async () => {
    const fresh = system.client();
    await fresh.register();
    const headers = { 'idempotency-key': 'the-same-press' };
    const presses = await Promise.all(
      Array.from({ length: 8 }, () => fresh.post('/api/projects', { name: 'Once' }, { headers })),
    );
    expect(new Set(presses.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(presses.map(({ body }) => body.id)).size).toBe(1);
    const { body: project } = presses[0] ?? { body: null };
    const tasks = await Promise.all(
      Array.from({ length: 8 }, () => fresh.post(`/api/projects/${project.id}/tasks`, task, { headers })),
    );
    expect(new Set(tasks.map(({ body }) => body.id)).size).toBe(1);
    expect((await fresh.get(`/api/projects/${project.id}`)).body.taskCount).toBe(1);
  });

  it('with open tasks are completed only together with them', async () => {
    const { body: project } = await owner.post('/api/projects', { name: 'Bathroom' });
    const path = `/api/projects/${project.id}`;
    const { body: parent } = await owner.post(`${path}/tasks`, task);
    for (const parentId of [parent.id, parent.id, null]) await owner.post(`${path}/tasks`, { ...task, parentId });
    const refused = await owner.patch(path, { status: 'completed' }, { ifMatch: 1 });
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 409, code: 'open_tasks' });
    const done = await owner.patch(path, { status: 'completed', completeOpenTasks: true }, { ifMatch: 1 });
    expect(done.body).toMatchObject({ status: 'completed', version: 2, openTaskCount: 0, taskCount: 3 });
    expect(done.body.progress).toEqual({ overall: 100, planning: null, execution: 100, closeout: null });
    const { body: tasks } = await owner.get(`${path}/tasks`);
    expect(tasks.items.map((each: { status: string }) => each.status)).toEqual(Array(4).fill('complete'));
  });

  it('refuse every change while archived, but for the way out', async () => {
    const { body: project } = await owner.post('/api/projects', { name: 'Old' });
    const path = `/api/projects/${project.id}`;
    await owner.patch(path, { status: 'archived' }, { ifMatch: 1 });
    for (const reply of [
      await owner.patch(path, { name: 'New' }, { ifMatch: 2 }),
      await owner.post(`${path}/tasks`, task),
      await owner.post(`${path}/notes`, { text: 'Hello' }),
    ]) {
      expect({ status: reply.status, code: reply.body.code }).toEqual({ status: 409, code: 'project_archived' });
    }
    expect((await owner.patch(path, { status: 'active' }, { ifMatch: 2 })).body).toMatchObject({ status: 'active' });
    expect((await owner.post(`${path}/tasks`, task)).status).toBe(201);
  });
});
