import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskSchema } from '@porchlight/contracts';
import { startSystem, StatementTap, type Client, type Reply, type System } from '@porchlight/testing';
import { joinProject } from '../test-app/people';

describe('tasks', () => {
  let system: System;
  let owner: Client;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects'], env: { identity: { SMTP_CONFIGURED: 'false' } } });
    owner = system.client();
    await owner.register();
  });
  afterAll(() => system.stop());

  const frame = { name: 'Frame the walls', section: 'execution', start: '2026-11-23', durationDays: 5 };
  const usd = (amount: string) => ({ amount, currency: 'USD' });
  const newProject = async (): Promise<{ id: string; path: string }> => {
    const { body } = await owner.post('/api/projects', { name: 'Kitchen' });
    return { id: body.id, path: `/api/projects/${body.id}` };
  };
  const told = ({ status, body }: Reply) => ({ status, code: body.code });

  it('are kept with everything that was said of them; a start on a day off moves, the end follows', async () => {
    const { path } = await newProject();
    const said = {
      name: 'Tile the floor',
      section: 'closeout',
      durationDays: 6,
      status: 'blocked',
      progress: 20,
      assignee: { kind: 'name', name: 'Sam' },
      estimatedCost: usd('1200.00'),
      committedCost: usd('1100.50'),
      actualCost: usd('-0.05'),
      notes: 'Mind the step.',
      requiresAcknowledgement: true,
      order: 2.5,
    };
    const { status, body, headers } = await owner.post(`${path}/tasks`, { ...said, start: '2026-11-21' });
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(taskSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({ ...said, start: '2026-11-23', end: '2026-11-30', version: 1, hasChildren: false });
    expect((await owner.get(`${path}/tasks`)).body).toEqual({ items: [body], nextCursor: null });
    const cleared = { assignee: null, estimatedCost: null, committedCost: null, actualCost: null, notes: null };
    const after = await owner.patch(`${path}/tasks/${body.id}`, cleared, { ifMatch: 1 });
    expect(after.body).toEqual({ ...body, ...cleared, version: 2 });
  });

  it('lose no edit: a stale one is 412 with what is there now, a blind one 428', async () => {
    const { path } = await newProject();
    const { body: task } = await owner.post(`${path}/tasks`, frame);
    const edits = await Promise.all(
      [10, 20, 30, 40].map((progress) => owner.patch(`${path}/tasks/${task.id}`, { progress }, { ifMatch: 1 })),
    );
    const accepted = edits.filter(({ status }) => status === 200);
    expect(accepted).toHaveLength(1);
    for (const { status, body } of edits.filter((edit) => edit !== accepted[0])) {
      expect({ status, code: body.code }).toEqual({ status: 412, code: 'version_stale' });
      expect(body.current).toEqual(accepted[0]?.body);
    }
    expect(told(await owner.patch(`${path}/tasks/${task.id}`, { progress: 1 }))).toEqual({
      status: 428,
      code: 'version_missing',
    });
    expect((await owner.get(`${path}/tasks`)).body.items).toEqual([accepted[0]?.body]);
  });

  it('come page by page, by section and in their order', async () => {
    const { path } = await newProject();
    for (const section of ['closeout', 'planning', 'execution', 'planning', 'closeout']) {
      await owner.post(`${path}/tasks`, { ...frame, section });
    }
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: Reply = await owner.get(`${path}/tasks?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map((task: { section: string; order: number }) => `${task.section} ${task.order}`));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(['planning 1', 'planning 2', 'execution 1', 'closeout 1', 'closeout 2']);
  });

  it('under a parent give it dates, progress and costs, at every level, and let it be itself again when they go', async () => {
    const { path } = await newProject();
    const create = async (wishes: object): Promise<Reply['body']> =>
      (await owner.post(`${path}/tasks`, { ...frame, ...wishes })).body;
    const read = async (id: string): Promise<Reply['body']> =>
      (await owner.get(`${path}/tasks`)).body.items.find((task: { id: string }) => task.id === id);
    const top = await create({ name: 'House', progress: 30, estimatedCost: usd('5.00') });
    const middle = await create({ name: 'Walls', parentId: top.id });
    const early = await create({
      parentId: middle.id,
      start: '2026-11-16',
      durationDays: 2,
      estimatedCost: usd('7.00'),
    });
    const late = await create({ parentId: middle.id, start: '2026-12-07', durationDays: 2, progress: 50 });
    const derived = { start: '2026-11-16', end: '2026-12-08', durationDays: 17, progress: 25, status: 'in_progress' };
    for (const id of [top.id, middle.id]) {
      expect(await read(id)).toMatchObject({ ...derived, hasChildren: true, version: 1, estimatedCost: usd('7.00') });
    }
    expect((await owner.get(path)).body).toMatchObject({ taskCount: 2, progress: { overall: 25, execution: 25 } });
    expect((await owner.get(`${path}/budget`)).body.total.estimated).toEqual(usd('7.00'));

    expect(told(await owner.patch(`${path}/tasks/${top.id}`, { progress: 10 }, { ifMatch: 1 }))).toEqual({
      status: 409,
      code: 'parent_is_derived',
    });
    expect(told(await owner.delete(`${path}/tasks/${middle.id}`, { ifMatch: 1 }))).toEqual({
      status: 409,
      code: 'task_has_children',
    });
    expect(told(await owner.patch(`${path}/tasks/${top.id}`, { parentId: early.id }, { ifMatch: 1 }))).toEqual({
      status: 409,
      code: 'parent_not_allowed',
    });

    const moved = await owner.patch(`${path}/tasks/${late.id}`, { parentId: null }, { ifMatch: 1 });
    expect(moved.body).toMatchObject({ parentId: null, version: 2 });
    expect(await read(top.id)).toMatchObject({ start: '2026-11-16', end: '2026-11-17', progress: 0 });
    await owner.delete(`${path}/tasks/${early.id}`, { ifMatch: 1 });
    await owner.delete(`${path}/tasks/${middle.id}`, { ifMatch: 1 });
    expect(await read(top.id)).toEqual({ ...top, hasChildren: false });
    expect((await owner.get(path)).body).toMatchObject({ taskCount: 2, progress: { overall: 35, execution: 35 } });
  });

  it('of a subcontractor: only their own, without money and notes, status and progress and nothing else', async () => {
    const { id, path } = await newProject();
    const sub = await joinProject(system, owner, id, 'subcontractor');
    const assignee = { kind: 'member', personId: sub.personId };
    const money = { estimatedCost: usd('100.00'), actualCost: usd('3.00'), notes: 'secret' };
    const { body: own } = await owner.post(`${path}/tasks`, { ...frame, ...money, assignee });
    const { body: other } = await owner.post(`${path}/tasks`, { ...frame, ...money });
    expect(own.assignee).toEqual({ ...assignee, name: sub.name });

    const hidden = { estimatedCost: null, committedCost: null, actualCost: null, notes: null };
    expect((await sub.client.get(`${path}/tasks`)).body.items).toEqual([{ ...own, ...hidden }]);
    const { body: head } = await sub.client.get(path);
    expect(head).toMatchObject({ role: 'subcontractor', budget: null, clientName: null, taskCount: 1 });
    expect((await sub.client.get('/api/projects')).body.items).toEqual([head]);

    const done = await sub.client.patch(`${path}/tasks/${own.id}`, { progress: 60 }, { ifMatch: 1 });
    expect(done).toMatchObject({ status: 200, body: { progress: 60, status: 'in_progress', notes: null } });
    const stale = await sub.client.patch(`${path}/tasks/${own.id}`, { progress: 70 }, { ifMatch: 1 });
    expect(stale.body.current).toMatchObject({ progress: 60, ...hidden });

    const attempts: [string, Promise<Reply>, number][] = [
      ['rename', sub.client.patch(`${path}/tasks/${own.id}`, { name: 'Mine' }, { ifMatch: 2 }), 403],
      [
        'touch the task of another',
        sub.client.patch(`${path}/tasks/${other.id}`, { progress: 1 }, { ifMatch: 1 }),
        404,
      ],
      ['create', sub.client.post(`${path}/tasks`, frame), 403],
      ['delete', sub.client.delete(`${path}/tasks/${own.id}`, { ifMatch: 2 }), 403],
      ['approve', sub.client.post(`${path}/tasks/${own.id}/approve`, undefined, { ifMatch: 2 }), 403],
      ['change the project', sub.client.patch(path, { name: 'Mine' }, { ifMatch: 1 }), 403],
      ...['notes', 'budget', 'activity', 'items', 'milestones', 'updates'].map(
        (part): [string, Promise<Reply>, number] => [`read ${part}`, sub.client.get(`${path}/${part}`), 403],
      ),
    ];
    for (const [what, reply, status] of attempts)
      expect({ what, status: (await reply).status }).toEqual({ what, status });
  });

  it('finished by a subcontractor wait for a review where one is asked for', async () => {
    const { id, path } = await newProject();
    const sub = await joinProject(system, owner, id, 'subcontractor');
    const assignee = { kind: 'member', personId: sub.personId };
    const { body: task } = await owner.post(`${path}/tasks`, { ...frame, assignee, requiresAcknowledgement: true });
    const at = `${path}/tasks/${task.id}`;
    await sub.client.patch(at, { progress: 60 }, { ifMatch: 1 });
    const submitted = await sub.client.patch(at, { progress: 100 }, { ifMatch: 2 });
    expect(submitted.body).toMatchObject({ status: 'pending_review', progress: 99, version: 3 });
    expect((await owner.get(path)).body.progress.overall).toBe(99);
    expect((await owner.post(`${at}/reject`, { reason: 'One wall leans.' })).status).toBe(428);
    const rejected = await owner.post(`${at}/reject`, { reason: 'One wall leans.' }, { ifMatch: 3 });
    expect(rejected).toMatchObject({ status: 200, body: { status: 'in_progress', progress: 60, version: 4 } });
    await sub.client.patch(at, { status: 'complete' }, { ifMatch: 4 });
    const approved = await owner.post(`${at}/approve`, undefined, { ifMatch: 5 });
    expect(approved).toMatchObject({ status: 200, body: { status: 'complete', progress: 100, version: 6 } });
    expect(told(await owner.post(`${at}/approve`, undefined, { ifMatch: 6 }))).toEqual({
      status: 409,
      code: 'task_transition_refused',
    });
    const { body: activity } = await owner.get(`${path}/activity`);
    expect(activity.items.map(({ actor, action }: { actor: string; action: string }) => [actor, action])).toMatchObject(
      [
        [expect.stringContaining('Olive'), 'approved'],
        [sub.name, 'submitted'],
        [expect.stringContaining('Olive'), 'rejected'],
        [sub.name, 'submitted'],
        [sub.name, 'changed'],
        [expect.stringContaining('Olive'), 'created'],
        [expect.stringContaining('Olive'), 'created'],
      ],
    );
    expect(activity.items[2].changes).toContainEqual({ field: 'reason', from: null, to: 'One wall leans.' });
  });

  it('for a customer become items: name, section and date stay, the task goes out of the progress', async () => {
    const { id, path } = await newProject();
    const customer = await joinProject(system, owner, id, 'customer');
    const { body: task } = await owner.post(`${path}/tasks`, frame);
    const assignee = { kind: 'member', personId: customer.personId };
    expect(told(await owner.patch(`${path}/tasks/${task.id}`, { assignee }, { ifMatch: 1 }))).toEqual({
      status: 400,
      code: 'invalid_request',
    });
    const headers = { 'idempotency-key': 'one-press' };
    const fromTask = { fromTaskId: task.id, kind: 'selection' };
    const { status, body: item } = await owner.post(`${path}/items`, fromTask, { headers });
    expect(status).toBe(201);
    expect(item).toMatchObject({ title: frame.name, section: 'execution', dueDate: '2026-11-27', status: 'waiting' });
    expect((await owner.post(`${path}/items`, fromTask, { headers })).body).toEqual(item);
    expect((await owner.get(`${path}/tasks`)).body.items).toEqual([]);
    expect((await owner.get(path)).body).toMatchObject({ taskCount: 0, progress: { overall: null } });
    expect(told(await owner.post(`${path}/items`, fromTask))).toEqual({ status: 404, code: 'not_found' });
    expect(told(await customer.client.get(path))).toEqual({ status: 403, code: 'forbidden' });
  });

  it('are priced in the money of the company', async () => {
    const { path } = await newProject();
    const inEuro = { ...frame, estimatedCost: { amount: '1.00', currency: 'EUR' } };
    expect(told(await owner.post(`${path}/tasks`, inEuro))).toEqual({ status: 400, code: 'currency_mismatch' });
  });

  describe('heard by PostgreSQL', () => {
    let tap: StatementTap;
    beforeAll(async () => {
      tap = await StatementTap.before(system, 'projects');
    });
    afterAll(async () => {
      await system.kill('projects', 'SIGTERM');
      await tap.stop();
    });

    /** How many messages an edit of a task takes, how many statements are in them, and whether the portal is told. */
    const costOf = async (path: string, id: string, change: object, version: number) => {
      const heard = await tap.during(async () => {
        expect((await owner.patch(`${path}/tasks/${id}`, change, { ifMatch: version })).status).toBe(200);
      });
      const [edit] = heard.filter((messages) => messages.some((text) => text.includes('update "task"')));
      const statements = (edit ?? []).flatMap((message) => message.split(/;\s*/));
      const told = statements.filter((text) => text.includes('insert into latest_state')).length;
      return { messages: edit?.length, statements: statements.length, told };
    };

    it('take eight messages to edit, whether the portal hears of it or not', async () => {
      const { path } = await newProject();
      await owner.post(`${path}/items`, { title: 'Choose the tiles', section: 'planning', kind: 'selection' });
      const { body: task } = await owner.post(`${path}/tasks`, frame);
      expect(await costOf(path, task.id, { notes: 'Mind the step.' }, 1)).toEqual({
        messages: 7,
        statements: 12,
        told: 0,
      });
      expect(await costOf(path, task.id, { progress: 40 }, 2)).toEqual({ messages: 8, statements: 14, told: 1 });
    });
  });
});
