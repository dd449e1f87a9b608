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
  const ids: Record<'parent' | 'over' | 'on' | 'begun' | 'done', string> = {
    parent: '',
    over: '',
    on: '',
    begun: '',
    done: '',
  };

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
    ids.begun = await plan({ start: '2026-11-26', durationDays: 2, progress: 10 });
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
    begun: '2026-11-26 to 2026-11-27, 2 days',
    done: '2026-11-23 to 2026-11-27, 5 days',
  };
  const withHoliday = {
    parent: '2026-11-23 to 2026-11-30, 5 days',
    over: '2026-11-23 to 2026-11-30, 5 days',
    on: '2026-11-27 to 2026-11-27, 1 days',
    begun: '2026-11-26 to 2026-11-30, 2 days',
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

  it('leaves the start of what has begun through every edit but one that asks for another', async () => {
    const edit = async (change: object): Promise<Planned> => {
      const task = (await tasks()).find(({ id }) => id === ids.begun);
      const edited = await owner.patch(`${path}/tasks/${ids.begun}`, change, { ifMatch: task?.version ?? 0 });
      expect(edited.status).toBe(200);
      return edited.body;
    };
    const stands = { start: '2026-11-26', end: '2026-11-30' };
    for (const change of [{ name: 'Frame' }, { notes: 'Level it' }, { progress: 30 }, { status: 'blocked' }]) {
      expect({ change, ...(await edit(change)) }).toMatchObject({ change, ...stands });
    }
    expect(await edit({ durationDays: 3 })).toMatchObject({ start: '2026-11-26', end: '2026-12-01' });
    expect(await edit({ start: '2026-11-28' })).toMatchObject({ start: '2026-11-30', end: '2026-12-02' });
  });

  it('leaves the plans of projects at rest alone until they are taken up again', async () => {
    const resting = ['archived', 'completed'] as const;
    const rest = async (name: string) => {
      const project = `/api/projects/${(await owner.post('/api/projects', { name })).body.id}`;
      const body = { name: 'Left over', section: 'closeout', durationDays: 2 };
      const toRest = async (status: string) => {
        const { version } = (await owner.get(project)).body;
        expect((await owner.patch(project, { status }, { ifMatch: version })).status).toBe(200);
      };
      if (name === 'completed') await toRest(name);
      await owner.post(`${project}/tasks`, { ...body, start: '2027-03-01' });
      await owner.post(`${project}/tasks`, { ...body, start: '2027-03-01', progress: 10 });
      if (name === 'archived') await toRest(name);
      const planned = async (): Promise<string[]> =>
        (await owner.get(`${project}/tasks`)).body.items.map(({ start, end }: Planned) => `${start} to ${end}`);
      return { project, planned, takeUp: () => toRest('active') };
    };
    const atRest = await Promise.all(resting.map(rest));
    const before = ['2027-03-01 to 2027-03-02', '2027-03-01 to 2027-03-02'];
    for (const { planned } of atRest) expect(await planned()).toEqual(before);
    await owner.post(`${path}/tasks`, { name: 'Live', section: 'closeout', start: '2027-03-01', durationDays: 1 });
    await setCalendar({ holidays: ['2027-03-01'] });
    const live = async () => (await tasks()).find(({ start }) => start === '2027-03-02');
    await until(async () => (await live()) !== undefined, 10_000);
    const follow = () => system.sql('projects', 'select plans_follow from company');
    await until(async () => JSON.stringify(await follow()) === '[{"plans_follow":true}]', 10_000);
    for (const { planned, takeUp } of atRest) {
      expect(await planned()).toEqual(before);
      await takeUp();
      expect(await planned()).toEqual(['2027-03-02 to 2027-03-03', '2027-03-01 to 2027-03-03']);
    }
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
