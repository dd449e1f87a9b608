import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, startSystem, type System } from '@porchlight/testing';
import { Client as Database } from 'pg';

describe('leads and clients', () => {
  let system: System;
  let owner: Client;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads'] });
    owner = system.client();
    await owner.register();
  });
  afterAll(() => system.stop());

  const newLead = { projectType: 'Kitchen', client: { name: 'The Okafors', contacts: [{ name: 'Ada' }] } };

  it('keeps a lead with everything that was said of it', async () => {
    const said = {
      siteAddress: '4 Elm Street',
      source: 'a neighbour',
      stage: 'quoting',
      estimatedValue: { amount: '12000.50', currency: 'USD' },
      nextStep: 'Send the quote',
      nextStepOn: '2026-12-04',
      notes: 'Two dogs.\nGate code 1234.',
    };
    const { status, body, headers } = await owner.post('/api/leads', { ...newLead, ...said });
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({
      ...said,
      version: 1,
      portal: null,
      publishDefaults: { name: 'The Okafors – Kitchen' },
    });
    expect((await owner.get(`/api/leads/${body.id}`)).body).toEqual(body);
  });

  it('lists leads newest first, page by page', async () => {
    const fresh = system.client();
    await fresh.register();
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.unshift((await fresh.post('/api/leads', newLead)).body.id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await fresh.get(`/api/leads?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(ids);
  });

  it('loses no edit: a stale one is 412 with what is there now, a blind one 428', async () => {
    const { body: lead } = await owner.post('/api/leads', newLead);
    const path = `/api/leads/${lead.id}`;
    const edits = await Promise.all(
      ['one', 'two', 'three', 'four'].map((notes) => owner.patch(path, { notes }, { ifMatch: 1 })),
    );
    const accepted = edits.filter(({ status }) => status === 200);
    expect(accepted).toHaveLength(1);
    for (const { status, body } of edits.filter((edit) => edit !== accepted[0])) {
      expect(status).toBe(412);
      expect(body).toMatchObject({ code: 'version_stale', current: accepted[0]?.body });
    }
    expect((await owner.patch(path, { notes: 'blind' })).status).toBe(428);
    expect((await owner.get(path)).body).toMatchObject({ version: 2, notes: accepted[0]?.body.notes });
  });

  it('makes one lead and one client of a creation that is repeated with its key', async () => {
    const headers = { 'idempotency-key': 'the-same-press' };
    const fresh = system.client();
    await fresh.register();
    const presses = await Promise.all(Array.from({ length: 8 }, () => fresh.post('/api/leads', newLead, { headers })));
    expect(new Set(presses.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(presses.map(({ body }) => body.id)).size).toBe(1);
    expect((await fresh.get('/api/leads')).body.items).toHaveLength(1);
    expect((await fresh.get('/api/leads/clients')).body.items).toHaveLength(1);
  });

  it('takes a lead for a client who is known already', async () => {
    const { body: client } = await owner.post('/api/leads/clients', { name: 'Firm & Co' });
    const { status, body } = await owner.post('/api/leads', { projectType: 'Office', clientId: client.id });
    expect({ status, client: body.client }).toEqual({ status: 201, client });
  });

  it('has exactly one primary contact: the first, until another is named so', async () => {
    const { body: client } = await owner.post('/api/leads/clients', { name: 'Household' });
    const contacts = `/api/leads/clients/${client.id}/contacts`;
    for (const contact of [{ name: 'Ada' }, { name: 'Ben', email: 'Ben@X.example' }, { name: 'Cyd', primary: true }])
      expect((await owner.post(contacts, contact)).status).toBe(201);
    const { items } = (await owner.get(contacts)).body;
    expect(items.filter(({ primary }: { primary: boolean }) => primary)).toMatchObject([{ name: 'Cyd' }]);
    expect(items).toHaveLength(3);
    expect(items).toContainEqual(expect.objectContaining({ name: 'Ben', email: 'ben@x.example', phone: null }));
    expect((await owner.get(`/api/leads/clients/${client.id}`)).body.version).toBe(4);
  });

  it('wants a reason for a lost lead', async () => {
    const { body: lead } = await owner.post('/api/leads', newLead);
    const path = `/api/leads/${lead.id}`;
    expect(await owner.patch(path, { stage: 'lost' }, { ifMatch: 1 })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'lostReason' }] },
    });
    const lost = await owner.patch(path, { stage: 'lost', lostReason: 'Too dear' }, { ifMatch: 1 });
    expect(lost).toMatchObject({ status: 200, body: { stage: 'lost', lostReason: 'Too dear', version: 2 } });
  });

  it('shows nothing to its own database role outside of a company', async () => {
    await owner.post('/api/leads', newLead);
    const database = new Database({ connectionString: system.postgresUrl('leads_app') });
    await database.connect();
    try {
      for (const table of ['lead', 'client', 'contact', 'company', 'member']) {
        const [all] = await system.sql<{ n: string }>('leads', `select count(*) n from ${table}`);
        const { rows } = await database.query<{ n: string }>(`select count(*) n from leads.${table}`);
        expect({ table, there: all?.n !== '0', seen: rows[0]?.n }).toEqual({ table, there: true, seen: '0' });
      }
      const smuggled = `insert into leads.brand values (gen_random_uuid(), 1, '#000000', '#000000')`;
      await expect(database.query(smuggled)).rejects.toThrow('row-level security');
    } finally {
      await database.end();
    }
  });

  it('describes every route of its API', async () => {
    const { status, body } = await owner.get('/api/leads/openapi.json');
    expect(status).toBe(200);
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/api/leads',
        '/api/leads/{id}',
        '/api/leads/{id}/publish',
        '/api/leads/clients',
        '/api/leads/clients/{id}/contacts',
        '/api/leads/portals/{projectId}',
        '/api/leads/brand',
      ]),
    );
  });
});
