import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';

interface Fact {
  version: number;
  view: Record<string, unknown>;
}

describe('the public view at its source', () => {
  let system: System;
  let owner: Client;
  let ownerId = '';
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects'] });
    owner = system.client();
    ownerId = (await owner.register()).person.id;
  });
  afterAll(() => system.stop());

  const task = { name: 'Frame the walls', section: 'execution', start: '2026-11-23', durationDays: 10 };

  const newProject = async (): Promise<{ id: string; path: string }> => {
    const { body } = await owner.post('/api/projects', { name: 'Kitchen', address: '4 Elm Street' });
    return { id: body.id, path: `/api/projects/${body.id}` };
  };
  const facts = async (projectId: string): Promise<Fact[]> => {
    const rows = await system.sql<{ envelope: string }>(
      'projects',
      `select envelope from outbox where type = 'portal.fact.project.v1' and aggregate_id = $1 order by seq`,
      [projectId],
    );
    return rows.map(({ envelope }) => {
      const { aggregateVersion, data } = JSON.parse(envelope);
      return { version: aggregateVersion, view: data };
    });
  };
  const portalRow = async (projectId: string) => {
    const [row] = await system.sql<{ public_version: number; public_bytes: string; confirmed_at: Date }>(
      'projects',
      'select public_version, public_bytes, confirmed_at from project_portal where project_id = $1',
      [projectId],
    );
    if (!row) throw new Error('the project has no portal row');
    return row;
  };

  it('grows no larger than can be sent, and shrinks again', async () => {
    const { id, path } = await newProject();
    const item = { title: 'Tiles', kind: 'selection', section: 'execution', detail: '界'.repeat(2_000) };
    const { body: first } = await owner.post(`${path}/items`, item);
    await system.sql(
      'projects',
      `insert into item select (jsonb_populate_record(item, jsonb_build_object('id', gen_random_uuid(), 'portal_id', gen_random_uuid()))).*
       from item, generate_series(1, 93) where id = $1`,
      [first.id],
    );
    const { body: last } = await owner.post(`${path}/items`, { ...item, detail: null });
    const full = await until(async () => {
      const added = await owner.post(`${path}/items`, item);
      return added.status !== 201 && added;
    }, 60_000);
    expect([full.status, full.body.code]).toEqual([409, 'portal_full']);
    const renamed = { title: 'Tiles for the hall' };
    expect((await owner.patch(`${path}/items/${last.id}`, renamed, { ifMatch: last.version })).status).toBe(200);
    expect((await owner.post(`${path}/tasks`, task)).status).toBe(201);
    expect((await owner.delete(`${path}/items/${first.id}`, { ifMatch: first.version })).status).toBe(204);
    expect((await owner.post(`${path}/items`, item)).status).toBe(201);
    expect((await owner.post(`${path}/items`, item)).status).toBe(409);
    const sent = await facts(id);
    expect(Math.max(...sent.map(({ view }) => JSON.stringify(view).length))).toBeLessThan(1_000_000);
  });

  it('leaves with every public change: one version and one whole view each', async () => {
    const { id, path } = await newProject();
    await owner.patch(path, { deadline: '2027-06-30' }, { ifMatch: 1 });
    const { body: item } = await owner.post(`${path}/items`, {
      title: 'Tiles',
      kind: 'selection',
      section: 'execution',
    });
    const { body: milestone } = await owner.post(`${path}/milestones`, {
      name: 'Roof on',
      targetDate: '2026-12-24',
      section: 'execution',
    });
    await owner.post(`${path}/updates`, { text: 'We begin on Monday.' });
    await owner.patch(`${path}/items/${item.id}`, { status: 'done' }, { ifMatch: 1 });
    await owner.patch(`${path}/milestones/${milestone.id}`, { reachedOn: '2026-11-20' }, { ifMatch: 1 });
    const { body: made } = await owner.post(`${path}/tasks`, task);
    await owner.patch(`${path}/tasks/${made.id}`, { progress: 40 }, { ifMatch: 1 });
    const left = await facts(id);
    expect(left.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(left.at(-1)?.view).toMatchObject({
      name: 'Kitchen',
      address: '4 Elm Street',
      deadline: '2027-06-30',
      progress: { overall: 40, planning: null, execution: 40, closeout: null },
      items: [{ title: 'Tiles', status: 'done' }],
      milestones: [{ name: 'Roof on', reachedOn: '2026-11-20' }],
      updates: [{ text: 'We begin on Monday.' }],
    });
    const row = await portalRow(id);
    expect(row.public_version).toBe(9);
    const { shape, ...last } = JSON.parse(row.public_bytes);
    expect([shape, { ...last, confirmedAt: row.confirmed_at.toISOString() }]).toEqual([2, left.at(-1)?.view]);
  });

  it('keeps the portal silent when only what is private changes', async () => {
    const { id, path } = await newProject();
    const { body: made } = await owner.post(`${path}/tasks`, { ...task, progress: 50 });
    const { body: note } = await owner.post(`${path}/notes`, { text: 'First' });
    const before = { facts: (await facts(id)).length, row: await portalRow(id) };
    const money = (amount: string) => ({ amount, currency: 'USD' });
    let version = 1;
    for (const change of [
      { notes: 'The neighbour complains.' },
      { name: 'Frame the north walls' },
      { assignee: { kind: 'name', name: 'Sam' } },
      { assignee: { kind: 'member', personId: ownerId } },
      { estimatedCost: money('1200.00'), committedCost: money('900.00'), actualCost: money('1300.55') },
      { requiresAcknowledgement: true },
      { order: 7.5 },
      { status: 'blocked' },
      { start: '2026-12-07' },
    ]) {
      const reply = await owner.patch(`${path}/tasks/${made.id}`, change, { ifMatch: version });
      expect(reply.status).toBe(200);
      version = reply.body.version;
    }
    expect(version).toBe(10);
    expect((await owner.post(`${path}/notes`, { text: 'Second' })).status).toBe(201);
    expect((await owner.patch(`${path}/notes/${note.id}`, { text: 'First!' }, { ifMatch: 1 })).status).toBe(200);
    expect((await owner.delete(`${path}/notes/${note.id}`, { ifMatch: 2 })).status).toBe(204);
    const pdf = { headers: { 'content-type': 'application/pdf' } };
    const { body: file } = await owner.post(`${path}/files?name=Plan.pdf`, Buffer.from('%PDF-1.7\n'), pdf);
    expect((await owner.patch(`${path}/files/${file.id}`, { title: 'Plan' }, { ifMatch: 1 })).status).toBe(200);
    expect((await owner.delete(`${path}/files/${file.id}`, { ifMatch: 2 })).status).toBe(204);
    const private_ = { budget: money('99000.00'), clientName: 'The Okafors' };
    expect((await owner.patch(path, private_, { ifMatch: 1 })).status).toBe(200);
    expect({ facts: (await facts(id)).length, row: await portalRow(id) }).toEqual(before);
  });

  it('leaves once more as it is when the builder confirms it: the clock moves, and that alone', async () => {
    const { id, path } = await newProject();
    await owner.post(`${path}/notes`, { text: 'Nobody is told of this.' });
    const before = { facts: await facts(id), row: await portalRow(id) };
    const asked = async () => (await owner.get(`${path}/confirmation`)).body.confirmedAt;
    expect(await asked()).toBe(before.row.confirmed_at.toISOString());
    const confirmed = await owner.post(`${path}/confirm`);
    expect({ status: confirmed.status, body: confirmed.body }).toEqual({
      status: 200,
      body: { confirmedAt: await asked() },
    });
    const [last, ...more] = (await facts(id)).slice(before.facts.length);
    expect(more).toEqual([]);
    expect(last?.version).toBe(before.row.public_version + 1);
    const { confirmedAt, ...view } = last?.view ?? {};
    expect(confirmedAt).toBe(confirmed.body.confirmedAt);
    expect(new Date(confirmed.body.confirmedAt).getTime()).toBeGreaterThan(before.row.confirmed_at.getTime());
    expect({ ...view, confirmedAt: before.row.confirmed_at.toISOString() }).toEqual(before.facts.at(-1)?.view);
    expect((await portalRow(id)).public_bytes).toBe(before.row.public_bytes);
    const { items } = (await owner.get(`${path}/activity`)).body;
    expect(items[0]).toMatchObject({ subject: 'project', action: 'confirmed', changes: [] });
    const project = (await owner.get(path)).body;
    expect(project.version).toBe(1);
    await owner.patch(path, { status: 'archived' }, { ifMatch: 1 });
    expect(await owner.post(`${path}/confirm`)).toMatchObject({ status: 409, body: { code: 'project_archived' } });
  });

  describe('that left in the shape of an earlier version', () => {
    const texts = ({ view }: Fact): unknown => (view['updates'] as { text: string }[]).map(({ text }) => text);
    /** A project with five updates whose portal heard of three, as it was before; its last fact by today's code. */
    const upgraded = async (): Promise<{ id: string; path: string; last: Fact; confirmedAt: string }> => {
      const { id, path } = await newProject();
      for (const text of ['one', 'two', 'three', 'four', 'five']) await owner.post(`${path}/updates`, { text });
      const last = (await facts(id)).at(-1);
      if (!last) throw new Error('nothing left');
      const { confirmedAt, ...view } = last.view;
      const before = { ...view, updates: (view['updates'] as object[]).slice(0, 3) };
      await system.sql('projects', 'update project_portal set public_bytes = $2 where project_id = $1', [
        id,
        JSON.stringify(before),
      ]);
      return { id, path, last, confirmedAt: String(confirmedAt) };
    };

    it('leaves anew with the first edit, a private one too, but confirmed when it was; and then is silent', async () => {
      const { id, path, last, confirmedAt } = await upgraded();
      await owner.post(`${path}/notes`, { text: 'Nobody is told of this.' });
      const [again, ...more] = (await facts(id)).slice(last.version);
      expect(more).toEqual([]);
      expect(again).toEqual({ version: last.version + 1, view: last.view });
      await owner.post(`${path}/notes`, { text: 'Nor of this.' });
      expect(await facts(id)).toHaveLength(last.version + 1);
      expect((await portalRow(id)).confirmed_at.toISOString()).toBe(confirmedAt);
    });

    it('moves the clock by what is public in the same edit, and by that alone', async () => {
      const { id, path, last, confirmedAt } = await upgraded();
      await owner.post(`${path}/updates`, { text: 'six' });
      const [again, moved, ...more] = (await facts(id)).slice(last.version);
      expect(more).toEqual([]);
      expect([again && texts(again), again?.view['confirmedAt']]).toEqual([
        ['five', 'four', 'three', 'two', 'one'],
        confirmedAt,
      ]);
      expect(moved && texts(moved)).toEqual(['six', 'five', 'four', 'three', 'two', 'one']);
      expect(String(moved?.view['confirmedAt']) > confirmedAt).toBe(true);
    });

    it('reaches portals that nobody edits, after the start; where its content is the same, nobody hears of it', async () => {
      const [broken, { id, last }, same] = [await upgraded(), await upgraded(), await newProject()];
      // A portal whose project is not to be found keeps none of the others.
      await system.sql('projects', 'update project_portal set company_id = $2 where project_id = $1', [
        broken.id,
        randomUUID(),
      ]);
      await system.sql(
        'projects',
        `update project_portal set public_bytes = replace(public_bytes, '{"shape":2,', '{') where project_id = $1`,
        [same.id],
      );
      const before = await facts(same.id);
      await system.kill('projects', 'SIGTERM');
      await system.startService('projects');
      await until(async () => (await facts(id)).length > last.version, 10_000, 'it did not leave');
      expect((await facts(id)).at(-1)).toEqual({ version: last.version + 1, view: last.view });
      const isToday = async () => (await portalRow(same.id)).public_bytes.startsWith('{"shape":2,');
      await until(isToday, 10_000, 'it was not looked at');
      expect(await facts(same.id)).toEqual(before);
    });
  });

  it('carries the updates, newest first, and steps back when one is taken back', async () => {
    const { id, path } = await newProject();
    const made: string[] = [];
    for (const text of ['one', 'two', 'three', 'four']) {
      made.push((await owner.post(`${path}/updates`, { text })).body.id);
    }
    const shown = async () => {
      const updates: unknown = (await facts(id)).at(-1)?.view['updates'];
      return Array.isArray(updates) ? updates.map(({ text }) => text) : [];
    };
    expect(await shown()).toEqual(['four', 'three', 'two', 'one']);
    await owner.delete(`${path}/updates/${made[3]}`, { ifMatch: 1 });
    expect(await shown()).toEqual(['three', 'two', 'one']);
  });

  it('accepts thirty edits of thirty tasks at once: sums equal a scan, and the last view that left is the stored one', async () => {
    const { id, path } = await newProject();
    const tasks: string[] = [];
    for (let n = 0; n < 30; n++) {
      const section = ['planning', 'execution', 'closeout'][n % 3];
      tasks.push((await owner.post(`${path}/tasks`, { ...task, section, durationDays: n + 1 })).body.id);
    }
    for (let round = 1; round <= 3; round++) {
      const edits = await Promise.all(
        tasks.map((taskId, n) => {
          const progress = ((n * 7 + round * 31) % 100) + 1;
          return owner.patch(`${path}/tasks/${taskId}`, { progress }, { ifMatch: round });
        }),
      );
      expect(edits.map(({ status }) => status)).toEqual(Array(30).fill(200));
    }
    const scan = await system.sql(
      'projects',
      `select section, sum(duration_days)::int as weight, sum(duration_days * progress)::int as weighted_progress,
              count(*)::int as leaf_count, count(*) filter (where status = 'complete')::int as complete_count
       from task where project_id = $1 group by section order by section`,
      [id],
    );
    const sums = await system.sql(
      'projects',
      `select section, weight::int, weighted_progress::int, leaf_count, complete_count from project_portal,
         lateral (values
           ('planning', planning_weight, planning_weighted_progress, planning_leaf_count, planning_complete_count),
           ('execution', execution_weight, execution_weighted_progress, execution_leaf_count, execution_complete_count),
           ('closeout', closeout_weight, closeout_weighted_progress, closeout_leaf_count, closeout_complete_count)
         ) as sums (section, weight, weighted_progress, leaf_count, complete_count)
       where project_id = $1 order by section`,
      [id],
    );
    expect(sums).toEqual(scan);
    const left = await facts(id);
    const row = await portalRow(id);
    expect(left.at(-1)?.version).toBe(row.public_version);
    expect(left.map(({ version }) => version)).toEqual(left.map((_, index) => index + 1));
    expect(left.at(-1)?.view['progress']).toEqual((await owner.get(path)).body.progress);
  });
});
