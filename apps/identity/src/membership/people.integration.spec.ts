import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companyPersonListSchema, type CompanyPerson } from '@porchlight/contracts';
import { startSystem, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { Crew, type Somebody } from './test-app/crew';

describe('the people of a company', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({
      services: ['identity', 'projects', 'portal-gateway'],
      env: { identity: { SMTP_CONFIGURED: 'false' } },
    });
  });
  afterAll(() => system.stop());

  const partsOf = async ({ client }: Somebody): Promise<{ companyId: string; role: string }[]> =>
    (await client.get('/api/identity/me')).body.memberships;

  const walk = async (crew: Crew, limit: number): Promise<CompanyPerson[]> => {
    const seen: CompanyPerson[] = [];
    let cursor: string | null = null;
    do {
      const after: string = cursor ? `&cursor=${cursor}` : '';
      const page = await crew.owner.client.get(`${crew.people()}?limit=${limit}${after}`);
      const { items, nextCursor } = companyPersonListSchema.parse(page.body);
      seen.push(...items);
      cursor = nextCursor;
    } while (cursor);
    return seen;
  };

  it('are one row each, by name, with every part they have there and none of elsewhere', async () => {
    const [crew, elsewhere] = await Promise.all([Crew.start(system), Crew.start(system)]);
    const project = await crew.owner.client.post('/api/projects', { name: 'Attic' });
    const zoe = await crew.joins('customer', { name: 'zoe' });
    const adam = await crew.joins('subcontractor', { name: 'Adam' });
    const twin = await crew.joins('subcontractor', { name: 'Adam' });
    await crew.joinsToo(zoe, 'subcontractor', project.body.id);
    await crew.joinsToo(zoe, 'manager');
    await elsewhere.joinsToo(zoe, 'customer');
    const { body } = await crew.owner.client.get(crew.people());
    const { items, nextCursor } = companyPersonListSchema.parse(body);
    expect(nextCursor).toBeNull();
    expect(items.map(({ personId }) => personId)).toEqual([
      adam.personId,
      twin.personId,
      crew.owner.personId,
      zoe.personId,
    ]);
    expect(items.at(-1)).toMatchObject({
      name: 'zoe',
      email: zoe.client.email,
      memberships: [
        { projectId: crew.projectId, projectName: 'Porch on Elm Street', role: 'customer' },
        { projectId: project.body.id, projectName: 'Attic', role: 'subcontractor' },
        { projectId: null, projectName: null, role: 'manager' },
      ],
    });
    expect(await walk(crew, 1)).toEqual(items);
    expect(await walk(crew, 3)).toEqual(items);
  });

  it('are listed on after one who left, and not after a stranger', async () => {
    const crew = await Crew.start(system);
    const [adam, berta] = [
      await crew.joins('manager', { name: 'Adam' }),
      await crew.joins('manager', { name: 'Berta' }),
    ];
    const first = await crew.owner.client.get(`${crew.people()}?limit=1`);
    expect(first.body.nextCursor).toBe(adam.personId);
    await crew.owner.client.delete(crew.people(adam));
    const second = await crew.owner.client.get(`${crew.people()}?limit=1&cursor=${adam.personId}`);
    expect(second.body.items).toMatchObject([{ personId: berta.personId }]);
    const stranger = await (await Crew.start(system)).joins('customer', { name: 'Aaron' });
    for (const cursor of [stranger.personId, randomUUID()])
      expect((await crew.owner.client.get(`${crew.people()}?cursor=${cursor}`)).body.items).toEqual([]);
    expect((await crew.owner.client.get(`${crew.people()}?cursor=Adam`)).status).toBe(400);
  });

  it('are shown to the staff alone', async () => {
    const crew = await Crew.start(system);
    const stranger = await Crew.start(system);
    const callers: [Somebody, number][] = [
      [await crew.joins('manager'), 200],
      [await crew.joins('subcontractor'), 403],
      [await crew.joins('customer'), 403],
      [stranger.owner, 404],
    ];
    for (const [{ client }, status] of callers) expect((await client.get(crew.people())).status).toBe(status);
  });

  it('lose every part in the company when removed, and none elsewhere', async () => {
    const [crew, elsewhere] = await Promise.all([Crew.start(system), Crew.start(system)]);
    const person = await crew.joins('customer');
    await crew.joinsToo(person, 'manager');
    await elsewhere.joinsToo(person, 'customer');
    expect(await partsOf(person)).toHaveLength(3);
    expect((await crew.owner.client.delete(crew.people(person))).status).toBe(204);
    expect(await partsOf(person)).toMatchObject([{ companyId: elsewhere.companyId, role: 'customer' }]);
    expect((await crew.owner.client.get(crew.people())).body.items).toHaveLength(1);
    expect((await crew.owner.client.delete(crew.people(person))).status).toBe(404);
  });

  it('are not brought back by what they were still invited to', async () => {
    const [crew, elsewhere] = await Promise.all([Crew.start(system), Crew.start(system)]);
    const person = await crew.joins('customer');
    const token = await crew.invitation(person.client.email, 'manager');
    const foreign = await elsewhere.invitation(person.client.email, 'customer');
    const others = await crew.invitation('somebody-else@home.example', 'customer');
    expect((await crew.owner.client.delete(crew.people(person))).status).toBe(204);
    const refused = await person.client.post('/api/identity/invitations/accept', { token });
    expect([refused.status, refused.body.code]).toEqual([410, 'invitation_revoked']);
    const inspected = await system.client().post('/api/identity/invitations/inspect', { token: others });
    expect(inspected.body.status).toBe('pending');
    expect((await person.client.post('/api/identity/invitations/accept', { token: foreign })).status).toBe(201);
  });

  it('keep what they are invited to where they stay, as the only owner does', async () => {
    const crew = await Crew.start(system);
    const { client } = crew.owner;
    const asked = { email: client.email, role: 'customer', projectId: crew.projectId };
    const invited = await client.post('/api/identity/invitations', asked);
    expect(invited.status).toBe(201);
    const refused = await client.delete(crew.people(crew.owner));
    expect([refused.status, refused.body.code]).toEqual([409, 'last_owner']);
    const kept = await system.sql('identity', 'select state from invitation where id = $1', [invited.body.id]);
    expect(kept).toEqual([{ state: 'pending' }]);
  });

  it('cannot be removed by the company of others', async () => {
    const [crew, elsewhere] = await Promise.all([Crew.start(system), Crew.start(system)]);
    const person = await elsewhere.joins('customer');
    for (const unknown of [person, elsewhere.owner, { ...person, personId: randomUUID() }])
      expect((await crew.owner.client.delete(crew.people(unknown))).status).toBe(404);
    expect(await partsOf(person)).toHaveLength(1);
  });
});
