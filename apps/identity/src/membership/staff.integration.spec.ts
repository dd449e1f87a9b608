import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type Reply, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { Crew, type Somebody } from './test-app/crew';

describe('the staff of a company', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({
      services: ['identity', 'projects', 'portal-gateway'],
      env: { identity: { SMTP_CONFIGURED: 'false' } },
    });
  });
  afterAll(() => system.stop());

  const ownersOf = async ({ companyId }: Crew): Promise<string[]> => {
    const rows = await system.sql<{ person_id: string }>(
      'identity',
      `select person_id from membership where company_id = $1 and role = 'owner' and removed_at is null`,
      [companyId],
    );
    return rows.map(({ person_id }) => person_id);
  };

  const statesOf = async ({ personId }: Somebody): Promise<{ version: number; memberships: object[] }[]> => {
    const rows = await system.sql<{ envelope: string }>(
      'identity',
      `select envelope from outbox where aggregate_id = $1 and type = 'identity.membership.changed.v1' order by seq`,
      [personId],
    );
    return rows.map(({ envelope }) => {
      const { aggregateVersion, data } = JSON.parse(envelope);
      return { version: aggregateVersion, memberships: data.memberships };
    });
  };

  it('is listed by pages to its own members, and to nobody else', async () => {
    const crew = await Crew.start(system);
    const manager = await crew.joins('manager', { name: 'Milo Manager' });
    const customer = await crew.joins('customer');
    const listed = await manager.client.get(crew.staff());
    expect(listed.body.items).toMatchObject([
      { personId: crew.owner.personId, role: 'owner' },
      { personId: manager.personId, role: 'manager', name: 'Milo Manager', email: manager.client.email },
    ]);
    const first = await crew.owner.client.get(`${crew.staff()}?limit=1`);
    const second = await crew.owner.client.get(`${crew.staff()}?limit=1&cursor=${first.body.nextCursor}`);
    expect([...first.body.items, ...second.body.items]).toEqual(listed.body.items);
    expect(second.body.nextCursor).toBeNull();
    expect((await customer.client.get(crew.staff())).status).toBe(403);
    const stranger = await Crew.start(system);
    expect((await stranger.owner.client.get(crew.staff())).status).toBe(404);
  });

  it('makes a manager an owner and an owner a manager, and tells the others once', async () => {
    const crew = await Crew.start(system);
    const manager = await crew.joins('manager');
    for (const role of ['owner', 'owner', 'manager'])
      expect((await crew.owner.client.patch(crew.staff(manager), { role })).status).toBe(204);
    const staffAs = (role: string) => [{ companyId: crew.companyId, projectId: null, role }];
    expect(await statesOf(manager)).toEqual([
      { version: 1, memberships: staffAs('manager') },
      { version: 2, memberships: staffAs('owner') },
      { version: 3, memberships: staffAs('manager') },
    ]);
    expect((await manager.client.patch(crew.staff(crew.owner), { role: 'manager' })).status).toBe(403);
  });

  it('is no business of managers, of others in the company, or of strangers', async () => {
    const crew = await Crew.start(system);
    const other = await crew.joins('manager');
    const stranger = await Crew.start(system);
    const callers: [Somebody, number][] = [
      [await crew.joins('manager'), 403],
      [await crew.joins('subcontractor'), 403],
      [await crew.joins('customer'), 403],
      [stranger.owner, 404],
    ];
    for (const [{ client }, status] of callers) {
      const replies = [
        await client.patch(crew.staff(other), { role: 'owner' }),
        await client.delete(crew.staff(other)),
        await client.delete(crew.people(other)),
      ];
      expect(replies.map((reply) => reply.status)).toEqual([status, status, status]);
    }
    expect((await crew.owner.client.get(crew.staff())).body.items).toHaveLength(3);
  });

  it('knows nobody who is not on it', async () => {
    const crew = await Crew.start(system);
    const customer = await crew.joins('customer');
    const stranger = await Crew.start(system);
    for (const person of [customer, stranger.owner, { ...customer, personId: randomUUID() }]) {
      const changed = await crew.owner.client.patch(crew.staff(person), { role: 'owner' });
      const removed = await crew.owner.client.delete(crew.staff(person));
      expect([changed.status, changed.body.code, removed.status]).toEqual([404, 'not_found', 404]);
    }
    expect(await ownersOf(stranger)).toEqual([stranger.owner.personId]);
  });

  it('refuses a role that no staff has', async () => {
    const crew = await Crew.start(system);
    const manager = await crew.joins('manager');
    for (const role of ['customer', 'subcontractor', 'admin', '', null])
      expect((await crew.owner.client.patch(crew.staff(manager), { role })).status).toBe(400);
  });

  it('removes somebody, who is denied on their next request', async () => {
    const crew = await Crew.start(system);
    const manager = await crew.joins('manager');
    expect((await crew.owner.client.delete(crew.staff(manager))).status).toBe(204);
    expect((await manager.client.get(crew.staff())).status).toBe(404);
    expect((await manager.client.get('/api/identity/me')).body).toMatchObject({ companies: [], memberships: [] });
    expect((await crew.owner.client.delete(crew.staff(manager))).status).toBe(404);
    await crew.joinsToo(manager, 'manager');
    expect((await manager.client.get(crew.staff())).status).toBe(200);
  });

  it('never loses its last owner', async () => {
    const crew = await Crew.start(system);
    await crew.joins('manager');
    const { client } = crew.owner;
    const refusals = [
      await client.patch(crew.staff(crew.owner), { role: 'manager' }),
      await client.delete(crew.staff(crew.owner)),
      await client.delete(crew.people(crew.owner)),
    ];
    for (const { status, body } of refusals) expect([status, body.code]).toEqual([409, 'last_owner']);
    expect(await ownersOf(crew)).toEqual([crew.owner.personId]);
    expect(await statesOf(crew.owner)).toHaveLength(1);
  });

  it('lets an owner go where another remains', async () => {
    const crew = await Crew.start(system);
    const second = await crew.secondOwner();
    expect((await crew.owner.client.delete(crew.staff(crew.owner))).status).toBe(204);
    expect(await ownersOf(crew)).toEqual([second.personId]);
    expect((await crew.owner.client.get(crew.staff())).status).toBe(404);
  });

  const attacks: Record<string, (by: Somebody, on: Somebody, crew: Crew) => Promise<Reply>> = {
    'demote one another': (by, on, crew) => by.client.patch(crew.staff(on), { role: 'manager' }),
    'remove one another from the staff': (by, on, crew) => by.client.delete(crew.staff(on)),
    'remove one another from the company': (by, on, crew) => by.client.delete(crew.people(on)),
    'both step down': (by, _on, crew) => by.client.patch(crew.staff(by), { role: 'manager' }),
    'both leave': (by, _on, crew) => by.client.delete(crew.staff(by)),
  };

  it.each(Object.keys(attacks))('keeps one of two owners who %s at once (8 companies)', async (name) => {
    const attack = attacks[name];
    if (!attack) throw new Error(name);
    const duel = async (): Promise<void> => {
      const crew = await Crew.start(system);
      const second = await crew.secondOwner();
      const replies = await Promise.all([attack(crew.owner, second, crew), attack(second, crew.owner, crew)]);
      const statuses = replies.map(({ status }) => status).sort();
      expect(statuses[0]).toBe(204);
      // The slower one is the last owner, or by then none.
      expect([403, 404, 409]).toContain(statuses[1]);
      expect(await ownersOf(crew)).toHaveLength(1);
    };
    await Promise.all(Array.from({ length: 8 }, duel));
  });
});
