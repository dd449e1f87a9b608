import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type Reply, type System } from '@porchlight/testing';

interface Planned {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly durationDays: number;
  readonly version: number;
}

describe("a company's calendar that changes", () => {
  let system: System;
  let owner: Client;
  let companyId = '';
  let path = '';
  const ids: Record<'parent' | 'over' | 'on' | 'done', string> = { parent: '', over: '', on: '', done: '' };

  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects'] });
    owner = system.client();
    companyId = (await owner.register()).company.id;
    path = `/api/projects/${(await owner.post('/api/projects', { name: 'Kitchen' })).body.id}`;
    const plan = async (wishes: object): Promise<string> =>
      (await owner.post(`${path}/tasks`, { name: 'Task', section: 'execution', ...wishes })).body.id;
    ids.parent = await plan({ start: '2026-11-02', durationDays: 1 });
    ids.over = await plan({ start: '2026-11-23', durationDays: 5, progress: 40, parentId: ids.parent });
    ids.on = await plan({ start: '2026-11-26', durationDays: 1 });
    ids.done = await plan({ start: '2026-11-23', durationDays: 5, status: 'complete' });
    await owner.post(`${path}/milestones`, { name: 'In', section: 'execution', targetDate: '2026-11-26' });
  });
  afterAll(() => system.stop());

  const setCalendar = async (change: { workingDays?: number[]; holidays?: string[] }): Promise<void> => {
    const { body } = await owner.get(`/api/identity/companies/${companyId}`);
    const changed = await owner.patch(`/api/identity/companies/${companyId}`, change, { ifMatch: body.version });
    expect(changed.status).toBe(200);
  };
  const tasks = async (): Promise<Planned[]> => (await owner.get(`${path}/tasks`)).body.items;
  const dates = async (): Promise<Record<string, string>> => {
    const all = await tasks();
    return Object.fromEntries(
      Object.entries(ids).map(([name, id]) => {
        const task = all.find((each) => each.id === id);
        return [name, `${task?.start} to ${task?.end}, ${task?.durationDays} days`];
      }),
    );
  };
  const usual = {
    parent: '2026-11-23 to 2026-11-27, 5 days',
    over: '2026-11-23 to 2026-11-27, 5 days',
    on: '2026-11-26 to 2026-11-26, 1 days',
    done: '2026-11-23 to 2026-11-27, 5 days',
  };
  const withHoliday = {
    parent: '2026-11-23 to 2026-11-30, 5 days',
    over: '2026-11-23 to 2026-11-30, 5 days',
    on: '2026-11-27 to 2026-11-27, 1 days',
    done: '2026-11-23 to 2026-11-27, 5 days',
  };
  const become = (wanted: Record<string, string>) =>
    until(async () => JSON.stringify(await dates()) === JSON.stringify(wanted), 10_000);
  const told = async (): Promise<unknown> => ({
    versions: (await tasks()).map(({ id, version }) => [id, version]),
    project: (await owner.get(path)).body,
    milestones: (await owner.get(`${path}/milestones`)).body,
    activity: (await owner.get(`${path}/activity`)).body,
    portal: await system.sql('projects', 'select public_version, public_bytes from project_portal'),
    events: await system.sql('projects', 'select type from outbox order by seq'),
  });

  it('moves what is still to be done, and nothing that anybody edits or the portal shows', async () => {
    expect(await dates()).toEqual(usual);
    const before = await told();
    await setCalendar({ holidays: ['2026-11-26'] });
    await become(withHoliday);
    expect(await dates()).toEqual(withHoliday);
    expect(await told()).toEqual(before);
    await setCalendar({ holidays: [] });
    await become(usual);
    expect(await dates()).toEqual(usual);
    expect(await told()).toEqual(before);
  });

  it('is followed to the end though the process dies on the way', async () => {
    await system.kill('projects');
    await system.startService('projects', { CRASH_AT: 'after-commit:identity.company.changed.v1' });
    await setCalendar({ holidays: ['2026-11-26'] });
    await system.process('projects').ended;
    await system.startService('projects');
    await become(withHoliday);
    expect(await dates()).toEqual(withHoliday);
    const follow = () => system.sql('projects', 'select plans_follow from company');
    await until(async () => JSON.stringify(await follow()) === '[{"plans_follow":true}]', 10_000);
  });

  it('stands for tasks that are planned and changed meanwhile too', async () => {
    const body = { name: 'More', section: 'closeout', start: '2026-12-21', durationDays: 10 };
    const made: Promise<Reply>[] = [];
    const setting = setCalendar({ holidays: ['2026-12-24', '2026-12-25'] });
    for (let count = 0; count < 12; count += 1) made.push(owner.post(`${path}/tasks`, body));
    await Promise.all([setting, ...made]);
    const ends = async () => new Set((await tasks()).filter((task) => task.start === body.start).map(({ end }) => end));
    await until(async () => JSON.stringify([...(await ends())]) === '["2027-01-05"]', 10_000);
    expect([...(await ends())]).toEqual(['2027-01-05']);
  });
});
