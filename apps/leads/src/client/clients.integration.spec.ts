import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, startSystem, type System } from '@porchlight/testing';

const clients = '/api/leads/clients';

describe('clients and their contacts', () => {
  let system: System;
  let owner: Client;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads'] });
    owner = system.client();
    await owner.register();
  });
  afterAll(() => system.stop());

  const household = async (contacts: object[] = [{ name: 'Ada' }, { name: 'Ben' }, { name: 'Cyd' }]) =>
    (await owner.post(clients, { name: 'The Okafors', contacts })).body;
  const leadFor = async (clientId: string, projectType = 'Kitchen'): Promise<string> =>
    (await owner.post('/api/leads', { projectType, clientId })).body.id;
  const activity = async (leadId: string) =>
    (await owner.get(`/api/leads/${leadId}/activity`)).body.items.map(
      ({ action, subject, changes }: Record<string, unknown>) => ({ action, subject, changes }),
    );
  const primaries = async (id: string): Promise<string[]> =>
    (await owner.get(`${clients}/${id}`)).body.contacts
      .filter(({ primary }: { primary: boolean }) => primary)
      .map(({ name }: { name: string }) => name);

  it('show a client with all its leads, newest first, and which of them are projects', async () => {
    const { id } = await household();
    const [first, second] = [await leadFor(id, 'Kitchen'), await leadFor(id, 'Roof')];
    const { portal } = (await owner.post(`/api/leads/${first}/publish`, { name: 'Kitchen', welcomeMessage: '' })).body;
    expect((await owner.get(`${clients}/${id}`)).body).toMatchObject({
      name: 'The Okafors',
      contacts: [{ name: 'Ada', primary: true }, { name: 'Ben' }, { name: 'Cyd' }],
      leads: [
        { id: second, projectType: 'Roof', stage: 'new', projectId: null },
        { id: first, projectType: 'Kitchen', projectId: portal.projectId },
      ],
    });
  });

  it('are found by name, address and telephone number, and by nothing that only looks like a pattern', async () => {
    const fresh = system.client();
    await fresh.register();
    const make = async (name: string, contact: object): Promise<string> =>
      (await fresh.post(clients, { name, contacts: [{ name: 'Somebody', ...contact }] })).body.id;
    const novaks = await make('The Novaks', { email: 'nora@novak.example' });
    const firm = await make('100% Firm_Co', { phone: '(555) 010-9988' });
    const found = async (q: string): Promise<string[]> =>
      (await fresh.get(`${clients}?q=${encodeURIComponent(q)}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await found('novak')).toEqual([novaks]);
    expect(await found('NORA@novak')).toEqual([novaks]);
    expect(await found('+1 555 0109988')).toEqual([firm]);
    expect(await found('0% firm_')).toEqual([firm]);
    expect(await found('The%ks')).toEqual([]);
    expect(await found('somebody')).toEqual([firm, novaks]);
  });

  it('keep exactly one primary contact, handed on when they go', async () => {
    const { id, contacts, version } = await household();
    const [ada, ben] = contacts;
    const path = `${clients}/${id}/contacts`;
    expect(await owner.patch(`${path}/${ben.id}`, { primary: true }, { ifMatch: version })).toMatchObject({
      status: 200,
      body: { name: 'Ben', primary: true },
    });
    expect(await primaries(id)).toEqual(['Ben']);
    expect(await owner.patch(`${path}/${ben.id}`, { primary: false }, { ifMatch: version + 1 })).toMatchObject({
      status: 400,
    });
    expect((await owner.delete(`${path}/${ben.id}`, { ifMatch: version + 1 })).status).toBe(204);
    expect(await primaries(id)).toEqual(['Ada']);
    expect((await owner.delete(`${path}/${ada.id}`, { ifMatch: version + 2 })).status).toBe(204);
    expect(await primaries(id)).toEqual(['Cyd']);
  });

  it('lose no edit: of two at once one is stale, and gets what is there now', async () => {
    const { id, contacts, version } = await household();
    const [ada, ben] = contacts;
    const edits = await Promise.all([
      owner.patch(`${clients}/${id}/contacts/${ada.id}`, { primary: true, phone: '1' }, { ifMatch: version }),
      owner.patch(`${clients}/${id}/contacts/${ben.id}`, { primary: true, phone: '2' }, { ifMatch: version }),
      owner.patch(`${clients}/${id}`, { name: 'The others' }, { ifMatch: version }),
      owner.delete(`${clients}/${id}/contacts/${ben.id}`, { ifMatch: version }),
    ]);
    const done = edits.filter(({ status }) => status < 300);
    const stale = edits.filter(({ status }) => status === 412);
    // Where Ben was removed first, a change of him finds nobody.
    const gone = edits.filter(({ status }) => status === 404);
    expect(gone.length).toBeLessThanOrEqual(edits[3].status === 204 ? 1 : 0);
    expect([done.length, stale.length + gone.length]).toEqual([1, 3]);
    for (const { body } of stale) expect(body.current).toMatchObject({ id, version: version + 1 });
    expect(await primaries(id)).toHaveLength(1);
    expect((await owner.patch(`${clients}/${id}`, { name: 'Blind' })).status).toBe(428);
  });

  it('tell every lead of the client what was done, and open screens too', async () => {
    const { id, contacts, version } = await household([{ name: 'Ada', email: 'ada@old.example' }]);
    const leads = [await leadFor(id), await leadFor(id, 'Roof')];
    const heard = await owner.follow('/api/leads/changes');
    await owner.patch(`${clients}/${id}`, { name: 'The Adas' }, { ifMatch: version });
    const ada = `${clients}/${id}/contacts/${contacts[0].id}`;
    await owner.patch(ada, { email: 'ada@new.example' }, { ifMatch: version + 1 });
    await owner.post(`${clients}/${id}/contacts`, { name: 'Ben' });
    await owner.delete(ada, { ifMatch: version + 3 });
    for (const leadId of leads) {
      expect((await activity(leadId)).slice(0, 4)).toEqual([
        { action: 'contact_removed', subject: 'Ada', changes: [] },
        { action: 'contact_added', subject: 'Ben', changes: [] },
        {
          action: 'contact_changed',
          subject: 'Ada',
          changes: [{ field: 'email', from: 'ada@old.example', to: 'ada@new.example' }],
        },
        { action: 'changed', subject: null, changes: [{ field: 'client', from: 'The Okafors', to: 'The Adas' }] },
      ]);
    }
    await heard.waitFor((hint) => hint.type === 'client' && hint.id === id);
    heard.close();
  });

  it('tell their newest hundred leads, in one hint, however many they have', async () => {
    const { id, version } = await household();
    const oldest = await leadFor(id);
    await system.sql(
      'leads',
      `insert into lead (id, reserved_project_id, company_id, version, client_id, project_type, stage, origin, created_at)
       select gen_random_uuid(), gen_random_uuid(), company_id, 1, client_id, 'Many', 'new', 'typed', created_at + n * interval '1 second'
       from lead, generate_series(1, 130) n where id = $1`,
      [oldest],
    );
    const heard = await owner.follow('/api/leads/changes');
    await owner.patch(`${clients}/${id}`, { name: 'The Manys' }, { ifMatch: version });
    await heard.waitFor((hint) => hint.type === 'client' && hint.id === id);
    expect(heard.hints.filter(({ type }) => type === 'lead')).toEqual([]);
    heard.close();
    const [told] = await system.sql<{ count: string }>(
      'leads',
      `select count(*) from lead_activity where action = 'changed' and lead_id in (select id from lead where client_id = $1)`,
      [id],
    );
    expect(told?.count).toBe('100');
    expect((await activity(oldest)).map(({ action }: { action: string }) => action)).toEqual(['created']);
  });

  it('are nothing to a stranger, and a contact is none of another client', async () => {
    const { id, contacts, version } = await household();
    const other = await household();
    const stranger = system.client();
    await stranger.register();
    const path = `${clients}/${id}/contacts/${contacts[0].id}`;
    expect((await stranger.patch(path, { name: 'Mine' }, { ifMatch: version })).status).toBe(404);
    expect((await stranger.delete(path, { ifMatch: version })).status).toBe(404);
    const elsewhere = `${clients}/${other.id}/contacts/${contacts[0].id}`;
    expect((await owner.delete(elsewhere, { ifMatch: other.version })).status).toBe(404);
  });
});
