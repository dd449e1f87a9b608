import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type System, until } from '@porchlight/testing';
import { Client as Postgres } from 'pg';

/** No tenant's: named here, so that a new table must say where it stands. */
const withoutTenant = ['person', 'rate_limit'];
const ofMessaging = ['outbox', 'latest_state', 'inbox', 'applied_state', 'dead_letter', 'reconciled', 'ended_session'];
const ofMigrations = ['migration'];

describe('the wall between tenants in the database of projects', () => {
  let system: System;
  let postgres: Postgres;
  const companies: string[] = [];
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects'] });
    for (const name of ['One', 'Other']) {
      const owner = system.client();
      const { company } = await owner.register();
      companies.push(company.id);
      // Who has just registered may be asked to try again.
      const made = async () => (await owner.post('/api/projects', { name })).body.id as string | undefined;
      const id = await until(made, 15_000, 'there is no project');
      const path = `/api/projects/${id}`;
      const guest = { email: `${name}@guest.example`, role: 'subcontractor', projectId: id };
      const invited = await owner.post('/api/identity/invitations', guest);
      const assignee = { kind: 'invited', invitationId: invited.body.id };
      await owner.post(`${path}/tasks`, { name, section: 'planning', start: '2026-11-23', durationDays: 1, assignee });
      await owner.post(`${path}/milestones`, { name, section: 'planning', targetDate: '2026-11-23' });
      await owner.post(`${path}/items`, { title: name, section: 'planning', kind: 'approval' });
      await owner.post(`${path}/notes`, { text: name });
      await owner.post(`${path}/updates`, { text: name });
      const pdf = { headers: { 'content-type': 'application/pdf' } };
      await owner.post(`${path}/files?name=Plan`, Buffer.from('%PDF-1.7\n'), pdf);
    }
    postgres = new Postgres({ connectionString: system.postgresUrl('projects_app') });
    await postgres.connect();
  });
  afterAll(async () => {
    await postgres.end();
    await system.stop();
  });

  const tables = async (): Promise<{ name: string; forced: boolean }[]> =>
    system.sql(
      'projects',
      `select relname as name, relrowsecurity and relforcerowsecurity as forced from pg_class
       where relkind = 'r' and relnamespace = 'projects'::regnamespace order by relname`,
    );
  const tenantTables = async (): Promise<string[]> =>
    (await tables()).filter(({ forced }) => forced).map(({ name }) => name);

  it('is forced on every table but those named as no tenant’s', async () => {
    const open = (await tables()).filter(({ forced }) => !forced).map(({ name }) => name);
    expect(open.sort()).toEqual([...withoutTenant, ...ofMessaging, ...ofMigrations].sort());
  });

  it('shows nothing to the app role without a company, and only its own rows with one', async () => {
    for (const table of await tenantTables()) {
      const { rows: without } = await postgres.query(`select count(*)::int as count from "${table}"`);
      expect({ table, count: without[0].count }).toEqual({ table, count: 0 });
      const column = table === 'company' ? 'id' : 'company_id';
      for (const company of companies) {
        await postgres.query('begin');
        await postgres.query(`select set_config('app.company_id', $1, true)`, [company]);
        const { rows } = await postgres.query(`select distinct ${column} as company from "${table}"`);
        await postgres.query('rollback');
        expect({ table, rows }).toEqual({ table, rows: [{ company }] });
      }
    }
  });

  it('lets nobody write into another company', async () => {
    const [mine, other] = companies;
    for (const table of (await tenantTables()).filter((name) => name !== 'company' && name !== 'member')) {
      await postgres.query('begin');
      await postgres.query(`select set_config('app.company_id', $1, true)`, [mine]);
      const moved = postgres.query(`update "${table}" set company_id = $1`, [other]);
      await expect(moved).rejects.toThrow('row-level security');
      await postgres.query('rollback');
    }
  });
});
