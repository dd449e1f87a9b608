import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type System } from '@porchlight/testing';
import { Client } from 'pg';

describe('companies', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity'] });
  });
  afterAll(() => system.stop());

  const outboxOf = (aggregateId: string) =>
    system.sql<{ type: string; envelope: string }>(
      'identity',
      'select type, envelope from outbox where aggregate_id = $1 order by seq',
      [aggregateId],
    );

  it('registers a company whose owner is signed in at once', async () => {
    const owner = system.client();
    const { company, person } = await owner.register({ companyName: 'Hearth & Beam', timeZone: 'America/Denver' });
    const me = await owner.get('/api/identity/me');
    expect(me.status).toBe(200);
    expect(me.body).toEqual({
      person,
      emailConfirmed: false,
      mailSetUp: true,
      companies: [{ ...company, role: 'owner' }],
      memberships: [
        { companyId: company.id, companyName: 'Hearth & Beam', projectId: null, projectName: null, role: 'owner' },
      ],
    });
  });

  it('keeps the refresh token from scripts, other paths and other sites', async () => {
    const reply = await system.client().post('/api/identity/companies', {
      companyName: 'Cookie Builders',
      name: 'Olive',
      email: 'olive@cookie.example',
      password: 'correct horse battery',
    });
    const [cookie = ''] = reply.headers.getSetCookie();
    expect(cookie).toMatch(
      /^porchlight_refresh=[\w-]{64}; Max-Age=2592000; Path=\/api\/identity\/sessions; HttpOnly; SameSite=Strict$/,
    );
    expect(JSON.stringify(reply.body)).not.toContain(cookie.slice(19, 83));
  });

  it('tells the other services with the same transaction', async () => {
    const { company, person } = await system.client().register();
    const [companyState] = await outboxOf(company.id);
    expect(JSON.parse(companyState?.envelope ?? '')).toMatchObject({
      type: 'identity.company.changed.v1',
      companyId: company.id,
      aggregateVersion: 1,
      data: { companyId: company.id, name: company.name, workingDays: [1, 2, 3, 4, 5], amberDays: 14 },
    });
    const personStates = (await outboxOf(person.id)).map(({ envelope }) => JSON.parse(envelope));
    expect(personStates).toMatchObject([
      {
        type: 'identity.membership.changed.v1',
        companyId: null,
        aggregateVersion: 1,
        data: {
          personId: person.id,
          email: person.email,
          memberships: [{ companyId: company.id, projectId: null, role: 'owner' }],
        },
      },
      {
        type: 'portal.fact.access.v1',
        aggregateVersion: 1,
        data: { personId: person.id, staffOf: [company.id], customerOf: [], worksOn: [] },
      },
    ]);
  });

  it('refuses an e-mail that has an account, and changes nothing', async () => {
    const { person } = await system.client().register();
    const count = () => system.sql<{ count: string }>('identity', 'select count(*) from company');
    const before = await count();
    const reply = await system.client().post('/api/identity/companies', {
      companyName: 'Second',
      name: 'Other',
      email: person.email.toUpperCase(),
      password: 'correct horse battery',
    });
    expect(reply.status).toBe(409);
    expect(reply.body).toMatchObject({ code: 'email_taken' });
    expect(await count()).toEqual(before);
  });

  it('changes settings for who has seen them, and says what they are to who has not', async () => {
    const owner = system.client();
    const { company } = await owner.register();
    const path = `/api/identity/companies/${company.id}`;
    const contact = { name: 'Front desk', phone: '+1 303 555 0100' };
    expect((await owner.patch(path, { amberDays: 21 })).status).toBe(428);
    const changed = await owner.patch(path, { amberDays: 21, contact }, { ifMatch: 1 });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).toBe('"2"');
    expect(changed.body).toEqual({ ...company, amberDays: 21, contact, version: 2 });
    const stale = await owner.patch(path, { name: 'Lost' }, { ifMatch: 1 });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ code: 'version_stale', current: changed.body });
    expect((await owner.get(path)).body).toEqual(changed.body);
    const states = (await outboxOf(company.id)).map(({ envelope }) => JSON.parse(envelope).aggregateVersion);
    expect(states).toEqual([1, 2]);
  });

  it('keeps working days and holidays in order, each once, and tells the others', async () => {
    const owner = system.client();
    const { company } = await owner.register();
    const path = `/api/identity/companies/${company.id}`;
    const changed = await owner.patch(
      path,
      { workingDays: [6, 2, 3, 2, 4], holidays: ['2026-12-25', '2026-07-03', '2026-12-25'] },
      { ifMatch: 1 },
    );
    const calendar = { workingDays: [2, 3, 4, 6], holidays: ['2026-07-03', '2026-12-25'] };
    expect(changed.body).toEqual({ ...company, ...calendar, version: 2 });
    expect((await owner.patch(path, { holidays: [] }, { ifMatch: 2 })).body).toMatchObject({
      workingDays: calendar.workingDays,
      holidays: [],
    });
    const states = (await outboxOf(company.id)).map(({ envelope }) => JSON.parse(envelope).data);
    expect(states).toMatchObject([
      { workingDays: company.workingDays, holidays: [] },
      calendar,
      { ...calendar, holidays: [] },
    ]);
  });

  it.each([
    ['without a working day', { workingDays: [] }],
    ['with a day 0', { workingDays: [0] }],
    ['with a day 8', { workingDays: [8] }],
    ['with half a day', { workingDays: [1.5] }],
    ['with a holiday in no calendar', { holidays: ['2026-02-30'] }],
    ['with a holiday in words', { holidays: ['tomorrow'] }],
    ['with more holidays than a year has', { holidays: Array.from({ length: 401 }, () => '2026-12-25') }],
  ])('refuses a calendar %s', async (_, calendar) => {
    const owner = system.client();
    const { company } = await owner.register();
    const path = `/api/identity/companies/${company.id}`;
    const refused = await owner.patch(path, calendar, { ifMatch: 1 });
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid_request']);
    expect((await owner.get(path)).body).toEqual(company);
  });

  it("hides another company's settings", async () => {
    const { company } = await system.client().register();
    const stranger = system.client();
    await stranger.register();
    const path = `/api/identity/companies/${company.id}`;
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.patch(path, { name: 'Mine' }, { ifMatch: 1 })).status).toBe(404);
  });

  it('shows the application role no tenant row outside of a scope', async () => {
    const { company, person } = await system.client().register();
    const client = new Client({ connectionString: system.postgresUrl('identity_app') });
    await client.connect();
    const seen = async (setting: string, value: string) => {
      await client.query('begin');
      await client.query('select set_config($1, $2, true)', [setting, value]);
      const { rows } = await client.query(
        'select (select count(*) from identity.company)::int as companies, (select count(*) from identity.membership)::int as memberships',
      );
      await client.query('rollback');
      return rows[0];
    };
    try {
      expect(await seen('app.company_id', '')).toEqual({ companies: 0, memberships: 0 });
      expect(await seen('app.company_id', company.id)).toEqual({ companies: 1, memberships: 1 });
      expect(await seen('app.person_id', person.id)).toEqual({ companies: 1, memberships: 1 });
      expect(await seen('app.company_id', person.id)).toEqual({ companies: 0, memberships: 0 });
    } finally {
      await client.end();
    }
  });

  it('forces row-level security on every table but those named here', async () => {
    const open = await system.sql<{ relname: string }>(
      'identity',
      `select relname from pg_class where relnamespace = 'identity'::regnamespace and relkind = 'r'
          and not (relrowsecurity and relforcerowsecurity)`,
    );
    const ofMessaging = [
      'applied_state',
      'dead_letter',
      'ended_session',
      'inbox',
      'latest_state',
      'outbox',
      'reconciled',
    ];
    const ofPeople = ['person', 'session', 'portal_revocation', 'password_reset', 'email_confirmation', 'rate_limit'];
    expect(open.map(({ relname }) => relname).sort()).toEqual([...ofMessaging, ...ofPeople, 'migration'].sort());
  });
});
