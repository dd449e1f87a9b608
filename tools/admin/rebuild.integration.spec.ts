import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type System } from '@porchlight/testing';
import { Operator } from './test-app/operator';

describe('stored views that are rebuilt', () => {
  let system: System;
  let operator: Operator;
  let visitor: Client;
  const projects: string[] = [];

  beforeAll(async () => {
    const env = { 'portal-gateway': { RECONCILE_EVERY_MS: '300' } };
    system = await startSystem({ services: ['identity', 'projects', 'leads', 'portal-gateway'], env });
    operator = await Operator.of(system);
    const owner = system.client();
    await owner.register();
    visitor = system.client();
    for (const name of ['Maple Street kitchen', 'Lakeside bath']) {
      const { id } = (await owner.post('/api/projects', { name })).body;
      projects.push(id);
      const { url } = (await owner.post(`/api/portal/${id}/links`, { label: 'Anna & Ben' })).body;
      const { pathname, search } = new URL(url);
      await visitor.get(pathname + search);
      await until(async () => (await view(id)) !== null, 10_000);
    }
  });
  afterAll(async () => {
    await system.stop();
    await operator.leave();
  });

  const view = async (id: string | undefined): Promise<unknown> => {
    const { status, body } = await visitor.get(`/api/portal/${id}`);
    return status === 200 ? body : null;
  };

  it('are as their owners say, and those that were not are named', async () => {
    const [broken, well] = projects;
    const before = [await view(broken), await view(well)];
    await system.sql(
      'portal-gateway',
      `update view set project = jsonb_set(project, '{name}', '"Somebody else"') where project_id = $1`,
      [broken],
    );
    expect(await view(broken)).not.toEqual(before[0]);
    const stranger = '00000000-0000-4000-8000-000000000000';
    await system.sql('portal-gateway', 'insert into view (project_id, company_id) values ($1, $1)', [stranger]);

    const said = await operator.does('rebuild', 'views');
    expect(said).toContain('2 views, 1 the same as before');
    expect(said).toContain(`project ${broken}: differed`);
    expect(said).toContain(`project ${stranger}: had no owner`);
    expect([await view(broken), await view(well)]).toEqual(before);
  });
});
