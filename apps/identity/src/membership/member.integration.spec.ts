import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { Crew, type Somebody } from './test-app/crew';

describe('the members of a project', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({
      services: ['identity', 'projects', 'leads', 'portal-gateway'],
      env: { identity: { SMTP_CONFIGURED: 'false' } },
    });
  });
  afterAll(() => system.stop());

  const rolesOf = async ({ client }: Somebody): Promise<string[]> =>
    (await client.get('/api/identity/me')).body.memberships.map(({ role }: { role: string }) => role);

  it('are listed with the staff, page by page', async () => {
    const crew = await Crew.start(system);
    await crew.joins('subcontractor');
    await crew.joins('customer');
    const { items } = (await crew.owner.client.get(crew.members())).body;
    expect(items.map(({ role }: { role: string }) => role)).toEqual(['owner', 'subcontractor', 'customer']);
    const first = (await crew.owner.client.get(`${crew.members()}?limit=2`)).body;
    const rest = (await crew.owner.client.get(`${crew.members()}?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...rest.items]).toEqual(items);
    expect(rest.nextCursor).toBeNull();
  });

  it('change their role, by anybody of the staff', async () => {
    const crew = await Crew.start(system);
    const manager = await crew.joins('manager');
    const member = await crew.joins('customer');
    for (const role of ['subcontractor', 'subcontractor', 'customer']) {
      expect((await manager.client.patch(crew.members(member), { role })).status).toBe(204);
      expect(await rolesOf(member)).toEqual([role]);
    }
    const states = await system.sql(
      'identity',
      `select 1 from outbox where aggregate_id = $1 and type = 'identity.membership.changed.v1'`,
      [member.personId],
    );
    // Joined, changed, changed back: asking for what is so already tells nobody anything.
    expect(states).toHaveLength(3);
  });

  it('are one thing at a project, never two', async () => {
    const crew = await Crew.start(system);
    const member = await crew.joins('customer');
    const again = { email: member.client.email, role: 'subcontractor', projectId: crew.projectId };
    const refused = await crew.owner.client.post('/api/identity/invitations', again);
    expect([refused.status, refused.body.code]).toEqual([409, 'already_member']);
    const doubled = system.sql(
      'identity',
      `insert into membership (id, company_id, project_id, person_id, role, created_at)
       select gen_random_uuid(), company_id, project_id, person_id, 'subcontractor', now() from membership where person_id = $1`,
      [member.personId],
    );
    await expect(doubled).rejects.toThrow('membership_once');
  });

  it('are changed and removed by the staff of their company alone', async () => {
    const crew = await Crew.start(system);
    const member = await crew.joins('customer');
    const stranger = await Crew.start(system);
    const callers: [Somebody, number][] = [
      [await crew.joins('subcontractor'), 403],
      [member, 403],
      [stranger.owner, 404],
    ];
    for (const [{ client }, status] of callers) {
      const changed = await client.patch(crew.members(member), { role: 'subcontractor' });
      expect([changed.status, (await client.delete(crew.members(member))).status]).toEqual([status, status]);
    }
    expect(await rolesOf(member)).toEqual(['customer']);
  });

  it('are neither the staff nor people of another project', async () => {
    const crew = await Crew.start(system);
    const other = await crew.owner.client.post('/api/projects', { name: 'Attic' });
    const elsewhere = await crew.joins('customer', { projectId: other.body.id });
    const stranger = await Crew.start(system);
    for (const person of [crew.owner, elsewhere, stranger.owner, { ...elsewhere, personId: randomUUID() }]) {
      const changed = await crew.owner.client.patch(crew.members(person), { role: 'subcontractor' });
      const removed = await crew.owner.client.delete(crew.members(person));
      expect([changed.status, changed.body.code, removed.status]).toEqual([404, 'not_found', 404]);
    }
    expect(await rolesOf(elsewhere)).toEqual(['customer']);
    expect(await rolesOf(crew.owner)).toEqual(['owner']);
  });

  it('have no role of the staff, and end with links that are ids', async () => {
    const crew = await Crew.start(system);
    const member = await crew.joins('customer');
    for (const role of ['owner', 'manager', 'admin', null])
      expect((await crew.owner.client.patch(crew.members(member), { role })).status).toBe(400);
    const many = Array.from({ length: 51 }, () => randomUUID()).join();
    for (const query of ['links=all', `links=${many}`, `links=${'1'.repeat(4_001)}`, 'force=true'])
      expect((await crew.owner.client.delete(`${crew.members(member)}?${query}`)).status).toBe(400);
    expect(await rolesOf(member)).toEqual(['customer']);
    expect((await crew.owner.client.delete(`${crew.members(member)}?links=,${randomUUID()},`)).status).toBe(204);
    expect(await rolesOf(member)).toEqual([]);
  });

  describe('while no gateway runs', () => {
    beforeAll(() => system.kill('portal-gateway'));
    afterAll(() => system.startService('portal-gateway'));

    it('are denied everywhere at once, long before the removal is answered as pending', async () => {
      const crew = await Crew.start(system);
      const subcontractor = await crew.joins('subcontractor');
      const manager = await crew.joins('manager');
      const project = `/api/projects/${crew.projectId}`;
      for (const { client } of [subcontractor, manager]) expect((await client.get(project)).status).toBe(200);
      expect((await manager.client.get('/api/leads')).status).toBe(200);

      // Of the subcontractor no portal was open that could show it, but a link goes with them.
      const links = [randomUUID(), randomUUID()];
      let answered = 0;
      const started = performance.now();
      const removals = Promise.all(
        [`${crew.members(subcontractor)}?links=${links.join()}`, crew.staff(manager)].map(async (path) => {
          const { status, body } = await crew.owner.client.delete(path);
          answered += 1;
          return { status, body };
        }),
      );
      const removed = () =>
        system.sql('identity', 'select 1 from membership where company_id = $1 and removed_at is not null', [
          crew.companyId,
        ]);
      await until(async () => (await removed()).length === 2, 5_000, 'nobody was removed');
      const removedAt = performance.now();
      const answers = async (): Promise<number[]> => {
        const replies = await Promise.all([
          subcontractor.client.get(project),
          manager.client.get(project),
          manager.client.get('/api/leads'),
          manager.client.get(crew.staff()),
        ]);
        return replies.map(({ status }) => status);
      };
      await until(async () => `${await answers()}` === '404,404,403,404', 5_000, 'somebody removed is let in');
      expect(performance.now() - removedAt).toBeLessThanOrEqual(1_000);
      expect(answered).toBe(0);
      expect(await removals).toEqual([
        { status: 202, body: { status: 'pending' } },
        { status: 202, body: { status: 'pending' } },
      ]);
      expect(performance.now() - started).toBeLessThan(7_000);

      const pending = await system.sql(
        'identity',
        'select person_id, project_id, sid, link_ids from portal_revocation order by project_id',
      );
      expect(pending).toEqual([
        { person_id: subcontractor.personId, project_id: crew.projectId, sid: null, link_ids: links },
        { person_id: manager.personId, project_id: null, sid: null, link_ids: [] },
      ]);
    });

    it('wait for no gateway when none could show them anything', async () => {
      const crew = await Crew.start(system);
      const member = await crew.joins('subcontractor');
      const manager = await crew.secondOwner();
      const other = await crew.joins('subcontractor');
      // Who waits for a gateway that is not there, waits six seconds.
      for (const act of [
        () => crew.owner.client.patch(crew.members(member), { role: 'customer' }),
        () => crew.owner.client.patch(crew.staff(manager), { role: 'manager' }),
        () => crew.owner.client.delete(crew.members(other)),
      ]) {
        const started = performance.now();
        expect((await act()).status).toBeLessThan(300);
        expect(performance.now() - started).toBeLessThan(5_000);
      }
    });
  });
});
