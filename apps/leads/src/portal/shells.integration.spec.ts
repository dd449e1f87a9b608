import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, startSystem, type System, until } from '@porchlight/testing';
import { defaultColors } from '../brand/brand.defaults';
import { defaultWelcomeMessage } from './portal.defaults';

interface Shell {
  version: number;
  data: { welcomeMessage?: string; amberDays: number; company: { name: string; colors: object; contact: object } };
}

describe('the shell of a portal', () => {
  let system: System;
  let owner: Client;
  let companyId: string;
  let projectId: string;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads'] });
    owner = system.client();
    companyId = (await owner.register({ companyName: 'Alder & Sons' })).company.id;
    projectId = (await owner.post('/api/projects', { name: 'Kitchen' })).body.id;
  });
  afterAll(() => system.stop());

  /** Every shell fact of the project, as the outbox holds them. */
  const facts = async (): Promise<Shell[]> => {
    const rows = await system.sql<{ envelope: string }>(
      'leads',
      `select envelope from outbox where type = 'portal.fact.shell.v1' and aggregate_id = $1 order by seq`,
      [projectId],
    );
    return rows
      .map(({ envelope }) => JSON.parse(envelope))
      .map(({ aggregateVersion: version, data }) => ({ version, data }));
  };
  const factsAfter = (n: number): Promise<Shell[]> =>
    until(
      async () => {
        const all = await facts();
        return all.length >= n ? all : undefined;
      },
      15_000,
      `there are no ${n} shell facts`,
    );
  const companyVersion = async (): Promise<number> =>
    (await owner.get(`/api/identity/companies/${companyId}`)).body.version;
  const changeCompany = async (changes: object): Promise<void> => {
    const reply = await owner.patch(`/api/identity/companies/${companyId}`, changes, {
      ifMatch: await companyVersion(),
    });
    expect(reply).toMatchObject({ status: 200 });
  };
  /** Waits until leads has applied the company as it is now. */
  const companyArrived = async (): Promise<void> => {
    const version = await companyVersion();
    await until(
      async () => {
        const [row] = await system.sql<{ version: string }>(
          'leads',
          `select version from applied_state where type = 'identity.company.changed.v1' and aggregate_id = $1`,
          [companyId],
        );
        return Number(row?.version ?? 0) >= version;
      },
      15_000,
      'the company did not arrive',
    );
  };

  it('is there for a project made in the dashboard, whose portal answers at once', async () => {
    const { status, body } = await owner.get(`/api/leads/portals/${projectId}`);
    expect({ status, body }).toEqual({
      status: 200,
      body: { projectId, version: 1, name: 'Kitchen', welcomeMessage: defaultWelcomeMessage, leadId: null },
    });
    const [shell, ...others] = await factsAfter(1);
    expect(others).toEqual([]);
    expect(shell).toMatchObject({
      version: 1,
      data: { company: { name: 'Alder & Sons', colors: defaultColors }, welcomeMessage: defaultWelcomeMessage },
    });
  });

  it('follows the welcome message, and is silent when that reads the same', async () => {
    const path = `/api/leads/portals/${projectId}`;
    const changed = await owner.patch(path, { welcomeMessage: 'Hello.' }, { ifMatch: 1 });
    expect(changed).toMatchObject({ status: 200, body: { version: 2, welcomeMessage: 'Hello.' } });
    expect((await facts()).at(-1)).toMatchObject({ version: 2, data: { welcomeMessage: 'Hello.' } });
    const same = await owner.patch(path, { welcomeMessage: 'Hello.' }, { ifMatch: 2 });
    expect(same).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await owner.patch(path, { welcomeMessage: 'Late.' }, { ifMatch: 1 })).toMatchObject({
      status: 412,
      body: { current: { version: 2, welcomeMessage: 'Hello.' } },
    });
    expect(await facts()).toHaveLength(2);
  });

  it('follows the brand, and is silent when that looks the same', async () => {
    expect((await owner.get('/api/leads/brand')).body).toMatchObject({ version: 1, colors: defaultColors });
    const colors = { primary: '#123456', secondary: '#654321' };
    expect(await owner.put('/api/leads/brand', { colors }, { ifMatch: 1 })).toMatchObject({
      status: 200,
      body: { version: 2, colors },
    });
    expect((await facts()).at(-1)).toMatchObject({ version: 3, data: { company: { colors } } });
    expect(await owner.put('/api/leads/brand', { colors }, { ifMatch: 2 })).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect(await owner.put('/api/leads/brand', { colors }, { ifMatch: 1 })).toMatchObject({ status: 412 });
    expect(await facts()).toHaveLength(3);
  });

  it('follows what is public of the company, and is silent about the rest', async () => {
    await changeCompany({ timeZone: 'America/Denver' });
    await companyArrived();
    expect(await facts()).toHaveLength(3);
    await changeCompany({ amberDays: 7, contact: { phone: '555 0100' } });
    await companyArrived();
    const all = await facts();
    expect(all).toHaveLength(4);
    expect(all.at(-1)).toMatchObject({
      version: 4,
      data: { amberDays: 7, company: { contact: { phone: '555 0100' } } },
    });
  });

  it('is silent when the project is renamed or a lead changes', async () => {
    const { body: project } = await owner.get(`/api/projects/${projectId}`);
    await owner.patch(`/api/projects/${projectId}`, { name: 'Kitchen and hall' }, { ifMatch: project.version });
    const lead = await owner.post('/api/leads', { projectType: 'Roof', client: { name: 'Somebody' } });
    await owner.patch(`/api/leads/${lead.body.id}`, { notes: 'private' }, { ifMatch: 1 });
    await until(
      async () => {
        const [row] = await system.sql<{ name: string }>('leads', 'select name from portal where project_id = $1', [
          projectId,
        ]);
        return row?.name === 'Kitchen and hall';
      },
      15_000,
      'the new name did not arrive',
    );
    expect(await facts()).toHaveLength(4);
  });

  it('is there for many projects at once of a company that leads has not heard of', async () => {
    const made = await Promise.all(
      Array.from({ length: 30 }, (_, n) => owner.post('/api/projects', { name: `Porch ${n}` })),
    );
    const portalOf = ({ body }: { body: { id: string } }) => owner.get(`/api/leads/portals/${body.id}`);
    await Promise.all(made.map(portalOf));
    // Nothing but what identity and projects answer brings company and projects back.
    for (const table of ['applied_state', 'latest_state', 'portal', 'company'])
      await system.sql('leads', `delete from ${table}`);
    const portals = await Promise.all(made.map(portalOf));
    expect(portals.map(({ status, body }) => body.name ?? status)).toEqual(made.map(({ body }) => body.name));
  });
});
