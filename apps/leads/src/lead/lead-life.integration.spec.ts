import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Lead, LeadActivity, Notice } from '@porchlight/contracts';
import { type Client, startSystem, type System, until } from '@porchlight/testing';

describe('the life of a lead', () => {
  let system: System;
  let ruth: Client;
  let self: { id: string; name: string };
  let alder: string;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads', 'notifications'] });
    ruth = system.client();
    alder = (await ruth.register({ name: 'Ruth Alder' })).company.id;
    self = { id: (await ruth.get('/api/identity/me')).body.person.id, name: 'Ruth Alder' };
  });
  afterAll(() => system.stop());

  const newLead = { projectType: 'Kitchen', client: { name: 'The Okafors' } };
  const open = async (more: object = {}): Promise<Lead> => {
    const { status, body } = await ruth.post('/api/leads', { ...newLead, ...more });
    expect({ status, body }).toMatchObject({ status: 201 });
    return body;
  };
  const trail = async (id: string, query = ''): Promise<LeadActivity[]> =>
    (await ruth.get(`/api/leads/${id}/activity${query}`)).body.items;
  const idOf = async (client: Client): Promise<string> => (await client.get('/api/identity/me')).body.person.id;
  /** Somebody who becomes a manager of the company. */
  const manager = async (): Promise<Client> => {
    const client = system.client();
    await client.register({ name: 'Mia Manager' });
    const invited = await ruth.post('/api/identity/invitations', {
      email: client.email,
      role: 'manager',
      companyId: alder,
    });
    expect(invited).toMatchObject({ status: 201 });
    const isTheirs = ({ to, text }: { to: readonly string[]; text: string }) =>
      to.includes(client.email) && text.includes('/invite#');
    const { text } = await system.mail.waitFor(isTheirs, 60_000);
    const token = /\/invite#([\w-]+)/.exec(text)?.[1];
    client.accessToken = (await client.post('/api/identity/invitations/accept', { token })).body.accessToken;
    return client;
  };

  it('has somebody who looks after it: who adds it, somebody else of the staff, or nobody', async () => {
    expect((await open()).owner).toEqual(self);
    expect((await open({ ownerId: null })).owner).toBeNull();
    const mia = await manager();
    const miaId = await idOf(mia);
    // Leads may not have heard of the newcomer: it asks.
    const lead = await open({ ownerId: miaId });
    expect(lead.owner).toEqual({ id: miaId, name: 'Mia Manager' });
    const path = `/api/leads/${lead.id}`;
    expect((await mia.patch(path, { ownerId: self.id }, { ifMatch: 1 })).body.owner).toEqual(self);
    expect((await ruth.patch(path, { ownerId: miaId }, { ifMatch: 2 })).status).toBe(200);

    // Where somebody has left, their leads stay theirs without a name until somebody takes them over.
    expect((await ruth.delete(`/api/identity/companies/${alder}/staff/${miaId}`)).status).toBeLessThan(300);
    await until(
      async () => (await ruth.get(path)).body.owner.name === '',
      15_000,
      'it is not heard of here that they left',
    );
    expect((await ruth.patch(path, { notes: 'Called.', ownerId: miaId }, { ifMatch: 3 })).status).toBe(200);
    const other = await open();
    expect((await ruth.patch(`/api/leads/${other.id}`, { ownerId: miaId }, { ifMatch: 1 })).status).toBe(400);
    expect((await ruth.get(`/api/leads?ownerId=${miaId}`)).body.items).toHaveLength(1);
  });

  it('is looked after by nobody from elsewhere', async () => {
    const stranger = system.client();
    await stranger.register();
    for (const ownerId of [await idOf(stranger), '019377a0-0000-7000-8000-000000000001']) {
      const wrong = { status: 400, body: { errors: [{ path: 'ownerId', message: 'is nobody on your staff' }] } };
      expect(await ruth.post('/api/leads', { ...newLead, ownerId })).toMatchObject(wrong);
      const lead = await open();
      expect(await ruth.patch(`/api/leads/${lead.id}`, { ownerId }, { ifMatch: 1 })).toMatchObject(wrong);
      expect(await trail(lead.id)).toHaveLength(1);
    }
  });

  it('leaves a trail: who did what, from what to what, a page at a time', async () => {
    const lead = await open({ notes: 'One' });
    const path = `/api/leads/${lead.id}`;
    await ruth.patch(path, { notes: 'Two', stage: 'lost', lostReason: 'Too dear' }, { ifMatch: 1 });
    await ruth.patch(path, { notes: 'Two' }, { ifMatch: 2 });
    await ruth.patch(path, { notes: 'Stale' }, { ifMatch: 1 });
    const all = await trail(lead.id);
    expect(all).toMatchObject([
      {
        actor: 'Ruth Alder',
        action: 'changed',
        subject: null,
        changes: [
          { field: 'stage', from: 'new', to: 'lost' },
          { field: 'lostReason', from: null, to: 'Too dear' },
          { field: 'notes', from: 'One', to: 'Two' },
        ],
      },
      { actor: 'Ruth Alder', action: 'created', changes: [] },
    ]);
    const first = (await ruth.get(`${path}/activity?limit=1`)).body;
    expect([...first.items, ...(await trail(lead.id, `?limit=1&cursor=${first.nextCursor}`))]).toEqual(all);
  });

  it('tells open screens of every change', async () => {
    const heard = await ruth.follow(`/api/leads/changes?companyId=${alder}`);
    try {
      const lead = await open();
      await heard.waitFor(({ type, id }) => type === 'lead' && id === lead.id);
    } finally {
      heard.close();
    }
  });

  it('ends with its deletion, of which only the client is left', async () => {
    const lead = await open();
    const path = `/api/leads/${lead.id}`;
    expect((await ruth.delete(path)).status).toBe(428);
    await ruth.patch(path, { notes: 'Newer.' }, { ifMatch: 1 });
    expect(await ruth.delete(path, { ifMatch: 1 })).toMatchObject({ status: 412, body: { current: { version: 2 } } });
    expect((await ruth.delete(path, { ifMatch: 2 })).status).toBe(204);
    expect((await ruth.get(path)).status).toBe(404);
    expect((await ruth.delete(path, { ifMatch: 2 })).status).toBe(404);
    expect((await ruth.get(`/api/leads/clients/${lead.client.id}`)).status).toBe(200);
    for (const table of ['lead_activity', 'lead_file', 'portal'])
      expect(await system.sql('leads', `select from ${table} where lead_id = $1`, [lead.id])).toEqual([]);
  });

  it('leaves nothing under the bell', async () => {
    const { id } = await open();
    const { id: kept } = await open();
    for (const leadId of [id, kept])
      await system.sql(
        'notifications',
        `insert into notice (id, company_id, kind, reference, generation, at, subject, lead_id)
         values (gen_random_uuid(), $1, 'lead_captured', $2, 1, now(), 'Anna Okafor', $2)`,
        [alder, leadId],
      );
    const told = async () => (await ruth.get('/api/notifications/notices')).body.items;
    const saidOf = async (leadId: string) => (await told()).some((notice: Notice) => notice.leadId === leadId);
    expect([await saidOf(id), await saidOf(kept)]).toEqual([true, true]);
    expect((await ruth.delete(`/api/leads/${id}`, { ifMatch: 1 })).status).toBe(204);
    await until(async () => !(await saidOf(id)), 15_000, 'the bell still tells of it');
    expect(await saidOf(kept)).toBe(true);
  });

  it('is deleted or published, never both, however close together', async () => {
    const leads = await Promise.all(Array.from({ length: 10 }, () => open()));
    for (const { id } of leads) {
      const path = `/api/leads/${id}`;
      const [deleted, published] = await Promise.all([
        ruth.delete(path, { ifMatch: 1 }),
        ruth.post(`${path}/publish`, { name: 'Kitchen', welcomeMessage: 'Hello.' }),
      ]);
      const portals = await system.sql('leads', 'select from portal where lead_id = $1', [id]);
      expect([
        { deleted: 204, published: 404, portals: 0 },
        { deleted: 409, published: 201, portals: 1 },
      ]).toContainEqual({ deleted: deleted.status, published: published.status, portals: portals.length });
    }
    const [published] = (await ruth.get('/api/leads')).body.items.filter(({ portal }: Lead) => portal);
    const lead: Lead = published ?? (await open());
    if (!lead.portal) await ruth.post(`/api/leads/${lead.id}/publish`, { name: 'Roof', welcomeMessage: '' });
    expect(await ruth.delete(`/api/leads/${lead.id}`, { ifMatch: 2 })).toMatchObject({
      status: 409,
      body: { code: 'lead_published' },
    });
  });
});
