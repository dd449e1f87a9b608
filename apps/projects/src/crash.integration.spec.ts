import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { atProofSize, startSystem, until, type Client, type System } from '@porchlight/testing';

/** D1: a change and its event commit together, wherever the process dies. */
describe('projects killed in the middle of a change', () => {
  let system: System;
  let owner: Client;
  let path = '';
  let taskId = '';
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects'] });
    owner = system.client();
    await owner.register();
    path = `/api/projects/${(await owner.post('/api/projects', { name: 'Kitchen' })).body.id}`;
    const task = { name: 'Frame', section: 'execution', start: '2026-11-23', durationDays: 5 };
    taskId = (await owner.post(`${path}/tasks`, task)).body.id;
  });
  afterAll(() => system.stop());

  const taskRow = async (): Promise<{ version: number; progress: number }> => {
    const [row] = await system.sql<{ version: number; progress: number }>(
      'projects',
      'select version, progress from task where id = $1',
      [taskId],
    );
    if (!row) throw new Error('the task is gone');
    return row;
  };

  /** Every change of the task joined to its events; both sides must have the same versions, each once. */
  const expectEachChangeToHaveItsEvent = async (): Promise<void> => {
    const { version, progress } = await taskRow();
    const versions = Array.from({ length: version }, (_, index) => index + 1);
    const events = await system.sql<{ envelope: string }>(
      'projects',
      `select envelope from outbox where type = 'projects.task.changed.v1' and aggregate_id = $1 order by seq`,
      [taskId],
    );
    expect(events.map(({ envelope }) => JSON.parse(envelope).aggregateVersion)).toEqual(versions);
    const activity = await system.sql('projects', 'select 1 from activity where subject_id = $1', [taskId]);
    expect(activity).toHaveLength(version);
    const [portal] = await system.sql<{ public_version: number; public_bytes: string; last: string }>(
      'projects',
      `select public_version, public_bytes, (select envelope from outbox where type = 'portal.fact.project.v1' order by seq desc limit 1) as last
       from project_portal`,
    );
    const last = JSON.parse(portal?.last ?? '{}');
    expect(last.aggregateVersion).toBe(portal?.public_version);
    expect(JSON.parse(portal?.public_bytes ?? '{}').progress.overall).toBe(progress);
    expect(last.data.progress.overall).toBe(progress);
  };

  const points = [
    { point: 'before-commit', changed: false },
    { point: 'after-commit', changed: true },
    { point: 'after-publish', changed: true },
  ];
  it.each(atProofSize(points, ({ point }) => point === 'after-commit'))(
    '$point: 0 events missing, 0 extra, and what waits leaves after the restart',
    async ({ point, changed }) => {
      const before = await taskRow();
      await system.kill('projects', 'SIGTERM');
      await system.startService('projects', { CRASH_AT: `${point}:projects.task.changed.v1` });
      const { ended } = system.process('projects');
      const progress = before.progress + 10;
      const answer = owner
        .patch(`${path}/tasks/${taskId}`, { progress }, { ifMatch: before.version })
        .then(({ status }) => status)
        .catch(() => 'cut off');
      await ended;
      // The answer may have left before the process died; it must not have been yes to what is not there.
      expect(changed ? [200, 503, 502, 'cut off'] : [503, 502, 'cut off']).toContain(await answer);
      expect(await taskRow()).toEqual(changed ? { version: before.version + 1, progress } : before);
      await expectEachChangeToHaveItsEvent();

      await system.startService('projects');
      await until(
        async () => (await system.sql('projects', 'select 1 from outbox where published_at is null')).length === 0,
        20_000,
        () => 'the outbox was not emptied',
      );
      const now = await taskRow();
      const again = await owner.patch(
        `${path}/tasks/${taskId}`,
        { progress: now.progress + 1 },
        { ifMatch: now.version },
      );
      expect(again.status).toBe(200);
      await expectEachChangeToHaveItsEvent();
    },
  );
});
