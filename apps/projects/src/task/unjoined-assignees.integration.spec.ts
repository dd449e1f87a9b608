import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityListSchema, taskSchema } from '@porchlight/contracts';
import { startSystem, until, type Client, type Reply, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { Client as Postgres } from 'pg';

interface Invited {
  readonly id: string;
  readonly email: string;
  readonly token: string;
}

describe('tasks for somebody who has not joined yet', () => {
  let system: System;
  let owner: Client;
  let companyId = '';
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects'], env: { identity: { SMTP_CONFIGURED: 'false' } } });
    owner = system.client();
    companyId = (await owner.register()).company.id;
  });
  afterAll(() => system.stop());

  const frame = { name: 'Frame the walls', section: 'execution', start: '2026-11-23', durationDays: 5 };
  const newProject = async (builder = owner): Promise<{ id: string; path: string }> => {
    const { body } = await builder.post('/api/projects', { name: 'Kitchen' });
    return { id: body.id, path: `/api/projects/${body.id}` };
  };
  const invite = async (wishes: object, builder = owner): Promise<Invited> => {
    const email = `${randomUUID()}@guest.example`;
    const { status, body } = await builder.post('/api/identity/invitations', { email, ...wishes });
    expect(status).toBe(201);
    return { id: body.id, email, token: new URL(body.acceptUrl).hash.slice(1) };
  };
  const assigned = (path: string, invitationId: string, wishes: object = {}): Promise<Reply> =>
    owner.post(`${path}/tasks`, { ...frame, ...wishes, assignee: { kind: 'invited', invitationId } });
  /** Projects hears of it a moment later. */
  const heard = (invitationId: string, state: 'accepted' | 'revoked') =>
    until(async () => {
      const known = 'select 1 from invitation where id = $1 and state = $2';
      return (await system.sql('projects', known, [invitationId, state])).length === 1;
    }, 10_000);
  const takeBack = async ({ id }: Invited): Promise<void> => {
    expect((await owner.delete(`/api/identity/invitations/${id}`)).status).toBe(204);
    await heard(id, 'revoked');
  };
  const accept = async ({ token }: Invited, name = 'Sam Sub'): Promise<{ client: Client; personId: string }> => {
    const client = system.client();
    const body = { token, name, password: 'a long password' };
    const accepted = await client.post('/api/identity/invitations/accept', body);
    expect(accepted.status).toBe(201);
    client.accessToken = accepted.body.accessToken;
    return { client, personId: accepted.body.person.id };
  };
  const told = ({ status, body }: Reply) => ({ status, path: body.errors?.[0]?.path });
  const portalOf = (projectId: string) =>
    system.sql(
      'projects',
      'select public_version, public_bytes, confirmed_at from project_portal where project_id = $1',
      [projectId],
    );

  it('show the name they were invited by, or the e-mail', async () => {
    const { id, path } = await newProject();
    const named = await invite({ role: 'subcontractor', projectId: id, name: 'Sam of Sparks' });
    const { status, body: task } = await assigned(path, named.id);
    expect({ status, assignee: task.assignee }).toEqual({
      status: 201,
      assignee: { kind: 'invited', invitationId: named.id, name: 'Sam of Sparks' },
    });
    expect(taskSchema.parse(task)).toEqual(task);
    const nameless = await invite({ role: 'subcontractor', projectId: id });
    const assignee = { kind: 'invited', invitationId: nameless.id };
    const changed = await owner.patch(`${path}/tasks/${task.id}`, { assignee }, { ifMatch: 1 });
    expect(changed.body).toMatchObject({ version: 2, assignee: { ...assignee, name: nameless.email } });
    expect((await owner.get(`${path}/tasks`)).body.items).toEqual([changed.body]);
  });

  it('are theirs on joining: a new version, a line of activity, an event, and nothing for the portal', async () => {
    const { id, path } = await newProject();
    const invited = await invite({ role: 'subcontractor', projectId: id, name: 'Sam of Sparks' });
    const { body: task } = await assigned(path, invited.id, { notes: 'private' });
    const portalBefore = await portalOf(id);
    const { client, personId } = await accept(invited);
    const { body } = await client.get(`${path}/tasks`);
    const assignee = { kind: 'member', personId, name: 'Sam Sub' };
    expect(body.items).toEqual([{ ...task, version: 2, assignee, notes: null }]);
    expect(await portalOf(id)).toEqual(portalBefore);
    const [line] = activityListSchema.parse((await owner.get(`${path}/activity`)).body).items;
    expect(line).toMatchObject({
      actor: 'Sam Sub',
      action: 'changed',
      subjectId: task.id,
      changes: [{ field: 'assignee', from: task.assignee, to: assignee }],
    });
    const events = await system.sql<{ version: number }>(
      'projects',
      `select (envelope::jsonb ->> 'aggregateVersion')::int as version from outbox where aggregate_id = $1 order by seq`,
      [task.id],
    );
    expect(events.map(({ version }) => version)).toEqual([1, 2]);
    const started = await client.patch(`${path}/tasks/${task.id}`, { status: 'in_progress' }, { ifMatch: 2 });
    expect(started.status).toBe(200);
  });

  /** Keeps projects from applying what is told of one aggregate until the work is done. */
  const withheld = async <T>(type: string, aggregateId: string, work: () => Promise<T>): Promise<T> => {
    const holder = new Postgres({ connectionString: system.postgresUrl() });
    await holder.connect();
    try {
      await holder.query('begin');
      const { rowCount } = await holder.query(
        'select 1 from projects.applied_state where type = $1 and aggregate_id = $2 for update',
        [type, aggregateId],
      );
      expect(rowCount).toBe(1);
      return await work();
    } finally {
      await holder.query('rollback');
      await holder.end();
    }
  };
  const kept = (taskId: string) =>
    system.sql<{ version: number; assignee_person_id: string | null; assignee_invitation_id: string | null }>(
      'projects',
      'select version, assignee_person_id, assignee_invitation_id from task where id = $1',
      [taskId],
    );

  it('are there at the first look of who has just joined, though the news of the invitation is held up', async () => {
    const { id, path } = await newProject();
    const invited = await invite({ role: 'subcontractor', projectId: id });
    const { body: task } = await assigned(path, invited.id);
    const personId = await withheld('identity.invitation.changed.v1', invited.id, async () => {
      const joined = await accept(invited);
      const { body } = await joined.client.get(`${path}/tasks`);
      expect(body.items.map((own: { id: string }) => own.id)).toEqual([task.id]);
      return joined.personId;
    });
    await heard(invited.id, 'accepted');
    // The second news finds nothing left to do.
    expect(await kept(task.id)).toEqual([{ version: 2, assignee_person_id: personId, assignee_invitation_id: null }]);
  });

  it('are theirs as soon as the invitation is known to be accepted, though the news of the person is held up', async () => {
    const [first, second] = [await newProject(), await newProject()];
    const known = await invite({ role: 'subcontractor', projectId: first.id });
    const { client, personId } = await accept(known);
    await client.get(first.path);
    const again = await owner.post('/api/identity/invitations', {
      email: known.email,
      role: 'subcontractor',
      projectId: second.id,
    });
    const { body: task } = await assigned(second.path, again.body.id);
    await withheld('identity.membership.changed.v1', personId, async () => {
      const token = new URL(again.body.acceptUrl).hash.slice(1);
      expect((await client.post('/api/identity/invitations/accept', { token })).status).toBe(201);
      await until(async () => (await kept(task.id))[0]?.version === 2, 10_000);
    });
    expect(await kept(task.id)).toEqual([{ version: 2, assignee_person_id: personId, assignee_invitation_id: null }]);
  });

  it('are the person’s at once where the invitation was accepted already', async () => {
    const { id, path } = await newProject();
    const invited = await invite({ role: 'subcontractor', projectId: id });
    const { personId } = await accept(invited);
    // Whether or not the news has come, somebody who asks later finds the person there.
    const { body: task } = await assigned(path, invited.id);
    await until(async () => (await kept(task.id))[0]?.assignee_person_id === personId, 10_000);
    const { body: later } = await assigned(path, invited.id);
    expect(later).toMatchObject({ version: 1, assignee: { kind: 'member', personId, name: 'Sam Sub' } });
  });

  it('are not for customers, strangers to the project, and whose invitation was taken back', async () => {
    const { id, path } = await newProject();
    const other = await newProject();
    const stranger = system.client();
    await stranger.register();
    const foreign = await newProject(stranger);
    const subcontractor = { role: 'subcontractor' };
    const revoked = await invite({ ...subcontractor, projectId: id });
    await takeBack(revoked);
    const invitationId = 'assignee.invitationId';
    for (const [what, invited, at] of [
      ['a customer', (await invite({ role: 'customer', projectId: id })).id, 'assignee'],
      ['another project', (await invite({ ...subcontractor, projectId: other.id })).id, invitationId],
      ['another company', (await invite({ ...subcontractor, projectId: foreign.id }, stranger)).id, invitationId],
      ['nobody', randomUUID(), invitationId],
      ['taken back', revoked.id, invitationId],
    ] as const) {
      expect({ what, ...told(await assigned(path, invited)) }).toEqual({ what, status: 400, path: at });
    }
    expect((await owner.get(`${path}/tasks`)).body.items).toEqual([]);
  });

  it('are not refused by an old copy: who was invited again a moment ago may be chosen', async () => {
    const { id, path } = await newProject();
    const wishes = { role: 'subcontractor', projectId: id };
    const invited = await invite(wishes);
    await takeBack(invited);
    expect((await assigned(path, invited.id)).status).toBe(400);
    await owner.post('/api/identity/invitations', { email: invited.email, ...wishes });
    expect((await assigned(path, invited.id)).status).toBe(201);
  });

  it('keep the name when the invitation is taken back, and when its holder joins as a customer after all', async () => {
    const { id, path } = await newProject();
    const wishes = { projectId: id, name: 'Sam of Sparks' };
    const invited = await invite({ ...wishes, role: 'subcontractor' });
    const { body: task } = await assigned(path, invited.id);
    await takeBack(invited);
    expect((await owner.get(`${path}/tasks`)).body.items).toEqual([task]);
    const { email } = invited;
    const again = await owner.post('/api/identity/invitations', { ...wishes, email, role: 'customer' });
    await accept({ ...invited, token: new URL(again.body.acceptUrl).hash.slice(1) });
    await heard(invited.id, 'accepted');
    expect((await owner.get(`${path}/tasks`)).body.items).toEqual([task]);
  });

  it('go to who joins while they are being assigned', async () => {
    const { id, path } = await newProject();
    const invited = await invite({ role: 'subcontractor', projectId: id });
    const waiting = (what: string) =>
      system.sql('projects', `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like $1`, [what]);
    const holder = new Postgres({ connectionString: system.postgresUrl() });
    await holder.connect();
    try {
      // Keeps the new task from being written, after it was settled whom it is for.
      await holder.query('begin');
      await holder.query('select 1 from projects.project where id = $1 for update', [id]);
      const assigning = assigned(path, invited.id);
      await until(async () => (await waiting('%insert into activity%')).length === 1, 10_000);
      const { personId } = await accept(invited);
      const applied = () =>
        system.sql('projects', `select 1 from invitation where id = $1 and state = 'accepted'`, [invited.id]);
      await until(async () => (await waiting('%invitation%')).length + (await applied()).length > 0, 10_000);
      await holder.query('rollback');
      const { status, body: task } = await assigning;
      expect(status).toBe(201);
      await until(async () => (await kept(task.id))[0]?.assignee_person_id === personId, 10_000);
    } finally {
      await holder.end();
    }
  });

  it('are lost to nobody, and stop nobody, when a manager joins while many are assigned in many projects', async () => {
    const projects = await Promise.all(Array.from({ length: 6 }, () => newProject()));
    for (let round = 0; round < 3; round += 1) {
      const invited = await invite({ role: 'manager', companyId });
      const assign = projects.flatMap(({ path }) => [assigned(path, invited.id), assigned(path, invited.id)]);
      const joining = accept(invited, `Mona ${round}`);
      const more = projects.map(({ path }) => assigned(path, invited.id));
      const replies = await Promise.all([...assign, ...more]);
      expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
      const { personId } = await joining;
      const waiting = () =>
        system.sql('projects', 'select 1 from task where assignee_invitation_id = $1', [invited.id]);
      await until(async () => (await waiting()).length === 0, 10_000);
      const [mine] = await system.sql<{ count: number }>(
        'projects',
        'select count(*)::int as count from task where assignee_person_id = $1',
        [personId],
      );
      expect(mine?.count).toBe(replies.length);
    }
  });
});
