import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, startSystem, type System, until } from '@porchlight/testing';

describe('Publish Project', () => {
  let system: System;
  let owner: Client;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads'] });
    owner = system.client();
    await owner.register();
  });
  afterAll(() => system.stop());

  const openLead = async (more: object = {}): Promise<string> => {
    const client = { name: 'The Okafors', contacts: [{ name: 'Ada Okafor', email: 'ada@okafor.example' }] };
    const { status, body } = await owner.post('/api/leads', { projectType: 'Kitchen', client, ...more });
    expect({ status, body }).toMatchObject({ status: 201 });
    return body.id;
  };
  /** As the public form does for a captured lead. */
  const giveShell = async (leadId: string): Promise<string> => {
    const [row] = await system.sql<{ project_id: string }>(
      'leads',
      `insert into portal (project_id, company_id, lead_id, version, name, welcome_message, shell_version, shell_bytes, created_at)
       select reserved_project_id, company_id, id, 1, 'From the form', 'Hello.', 0, '', now() from lead where id = $1
       returning project_id`,
      [leadId],
    );
    return row?.project_id ?? '';
  };
  const publish = (leadId: string, name = 'Okafor – Kitchen', welcomeMessage = 'Welcome, all of you.') =>
    owner.post(`/api/leads/${leadId}/publish`, { name, welcomeMessage });
  const project = (projectId: string) =>
    until(
      async () => {
        const reply = await owner.get(`/api/projects/${projectId}`);
        return reply.status === 200 ? reply.body : undefined;
      },
      20_000,
      'the published project did not come about',
    );
  const count = async (service: 'leads' | 'projects', from: string, projectId: string): Promise<number> => {
    const [row] = await system.sql<{ n: number }>(service, `select count(*)::int n from ${from}`, [projectId]);
    return row?.n ?? 0;
  };

  it('is one publishing however often it is pressed at once', async () => {
    const leadId = await openLead({ siteAddress: '4 Elm Street' });
    const presses = await Promise.all(Array.from({ length: 50 }, (_, press) => publish(leadId, `Kitchen ${press}`)));
    expect(presses.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(presses.filter(({ status }) => status === 200)).toHaveLength(49);
    const [first, ...others] = presses.map(({ body }) => body);
    for (const other of others) expect(other).toEqual(first);

    const { projectId, name } = first.portal;
    expect(await project(projectId)).toMatchObject({
      id: projectId,
      name,
      address: '4 Elm Street',
      clientName: 'The Okafors',
    });
    expect(await count('leads', 'portal where project_id = $1', projectId)).toBe(1);
    expect(await count('projects', 'project where id = $1', projectId)).toBe(1);
    const published = `outbox where type = 'leads.portal.published.v1' and aggregate_id = $1`;
    expect(await count('leads', published, projectId)).toBe(1);
    expect(await count('leads', `outbox where type = 'portal.fact.shell.v1' and aggregate_id = $1`, projectId)).toBe(1);
  });

  it('fills the shell of a captured lead, once, with what was said first', async () => {
    const leadId = await openLead();
    await giveShell(leadId);
    const shell = await owner.get(`/api/leads/${leadId}`);
    expect(shell.body).toMatchObject({
      portal: null,
      hasShell: true,
      publishDefaults: { name: 'The Okafors – Kitchen' },
    });
    const presses = await Promise.all(Array.from({ length: 50 }, (_, press) => publish(leadId, `Kitchen ${press}`)));
    expect(presses.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(presses.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const { projectId, name } = presses[0]?.body.portal ?? {};
    expect(await project(projectId)).toMatchObject({ name });
    expect(await count('leads', 'portal where project_id = $1', projectId)).toBe(1);
    expect(await count('projects', 'project where id = $1', projectId)).toBe(1);
    const published = `outbox where type = 'leads.portal.published.v1' and aggregate_id = $1`;
    expect(await count('leads', published, projectId)).toBe(1);
  });

  it('keeps a shell to itself until then: no portal to set up, no fact, no project', async () => {
    const leadId = await openLead();
    const projectId = await giveShell(leadId);
    const company = (await owner.get('/api/identity/me')).body.companies[0];
    const settings = `/api/identity/companies/${company.id}`;
    const { version } = (await owner.get(settings)).body;
    await owner.patch(settings, { amberDays: 5 }, { ifMatch: version });
    await until(
      async () => (await count('leads', 'company where company_id = $1 and amber_days = 5', company.id)) === 1,
      15_000,
      'the company did not arrive',
    );
    expect(await owner.get(`/api/leads/portals/${projectId}`)).toMatchObject({ status: 404 });
    expect(await owner.get(`/api/projects/${projectId}`)).toMatchObject({ status: 404 });
    expect(await count('leads', 'outbox where aggregate_id = $1', projectId)).toBe(0);
  });

  it('names the project as its portal is renamed, here and there', async () => {
    const { projectId } = (await publish(await openLead())).body.portal;
    await project(projectId);
    const path = `/api/leads/portals/${projectId}`;
    const renamed = await owner.patch(path, { name: 'Okafor – Hall' }, { ifMatch: 1 });
    expect(renamed).toMatchObject({ status: 200, body: { version: 2, name: 'Okafor – Hall' } });
    await until(
      async () => (await project(projectId)).name === 'Okafor – Hall',
      15_000,
      'the project kept its old name',
    );
    const { items } = (await owner.get(`/api/projects/${projectId}/activity`)).body;
    expect(items[0]).toMatchObject({
      subject: 'project',
      changes: [{ field: 'name', from: 'Okafor – Kitchen', to: 'Okafor – Hall' }],
    });
    expect(await owner.patch(path, { name: 'Late' }, { ifMatch: 1 })).toMatchObject({ status: 412 });
  });

  it('makes a won lead the running project, once, with what is not published yet', async () => {
    const leadId = await openLead();
    const converts = await Promise.all(Array.from({ length: 8 }, () => owner.post(`/api/leads/${leadId}/convert`, {})));
    expect(new Set(converts.map(({ status }) => status))).toEqual(new Set([200]));
    const { projectId } = converts[0]?.body.portal ?? {};
    await until(async () => (await project(projectId)).status === 'active', 15_000, 'the project did not begin');
    expect((await owner.get(`/api/leads/${leadId}`)).body).toMatchObject({ stage: 'won', portal: { projectId } });
    const converted = `outbox where type = 'leads.lead.converted.v1' and aggregate_id = $1`;
    expect(await count('leads', converted, projectId)).toBe(1);
    const { items } = (await owner.get(`/api/leads/${leadId}/activity`)).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual(['converted', 'published', 'created']);
    expect(items[0].changes).toEqual([{ field: 'stage', from: 'new', to: 'won' }]);
  });

  it('loses neither name nor start while projects is away', async () => {
    const leadId = await openLead();
    await system.kill('projects');
    const { projectId } = (await publish(leadId)).body.portal;
    await owner.post(`/api/leads/${leadId}/convert`, {});
    for (const [version, name] of ['First', 'Second'].entries())
      await owner.patch(`/api/leads/portals/${projectId}`, { name }, { ifMatch: version + 1 });
    await system.startService('projects');
    const settled = await until(
      async () => {
        const now = await project(projectId);
        return now.status === 'active' && now.name === 'Second' ? now : undefined;
      },
      20_000,
      'the project did not become what leads made of it',
    );
    expect(settled).toMatchObject({ clientName: 'The Okafors' });
  });

  it('leaves nobody waiting: the project is there for the next request, whoever makes it', async () => {
    const leads = await Promise.all(Array.from({ length: 10 }, () => openLead()));
    const statuses = await Promise.all(
      leads.map(async (leadId) => {
        const { projectId } = (await publish(leadId)).body.portal;
        const invite = { email: `ada-${projectId}@okafor.example`, role: 'customer', projectId };
        const next = [owner.get(`/api/projects/${projectId}`), owner.post('/api/identity/invitations', invite)];
        return (await Promise.all(next)).map(({ status }) => status);
      }),
    );
    for (const answers of statuses) expect(answers).toEqual([200, 201]);
  });

  it('stays with the first name when pressed again later', async () => {
    const leadId = await openLead();
    const first = await publish(leadId);
    const again = await publish(leadId, 'Another name', 'Another welcome.');
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const { body: lead } = await owner.get(`/api/leads/${leadId}`);
    expect(lead).toMatchObject({ version: 2, portal: first.body.portal });
  });

  it('ends well when projects is away, once it is back', async () => {
    const leadId = await openLead();
    await system.kill('projects');
    const { status, body } = await publish(leadId);
    expect(status).toBe(201);
    await system.startService('projects');
    expect(await project(body.portal.projectId)).toMatchObject({ name: 'Okafor – Kitchen' });
  });

  it('gives nobody access and says nothing private', async () => {
    const leadId = await openLead({
      notes: 'CANARY-note',
      nextStep: 'CANARY-step',
      estimatedValue: { amount: '98765.43', currency: 'USD' },
    });
    const { body } = await publish(leadId);
    await project(body.portal.projectId);
    const rows = await system.sql<{ envelope: string }>(
      'leads',
      `select envelope from outbox where aggregate_id = $1 union all select envelope from latest_state where aggregate_id = $1`,
      [body.portal.projectId],
    );
    expect(rows.length).toBeGreaterThanOrEqual(3);
    for (const { envelope } of rows) expect(envelope).not.toMatch(/CANARY|98765/);
    const members = await owner.get(`/api/identity/projects/${body.portal.projectId}/members`);
    expect(members.body.items.every(({ role }: { role: string }) => role === 'owner')).toBe(true);
  });

  it('is not for others, who do not learn that the lead exists', async () => {
    const leadId = await openLead();
    const stranger = system.client();
    await stranger.register();
    const made = await publish(leadId);
    for (const reply of [
      await stranger.get(`/api/leads/${leadId}`),
      await stranger.patch(`/api/leads/${leadId}`, { notes: 'mine' }, { ifMatch: 1 }),
      await stranger.post(`/api/leads/${leadId}/publish`, { name: 'Mine', welcomeMessage: '' }),
      await stranger.get(`/api/leads/portals/${made.body.portal.projectId}`),
    ])
      expect(reply).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await stranger.get('/api/leads')).body).toEqual({ items: [], nextCursor: null });
  });
});
