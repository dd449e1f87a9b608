import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ImportedLeads, type Lead, type LeadColumn, leadColumnNames, leadColumns } from '@porchlight/contracts';
import { type Client, startSystem, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import Papa from 'papaparse';

type Row = Partial<Record<LeadColumn, string>>;

describe('files of leads', () => {
  let system: System;
  let owner: Client;
  beforeAll(async () => {
    system = await startSystem({
      services: ['identity', 'leads'],
      env: { identity: { SMTP_CONFIGURED: 'false' } },
    });
  });
  afterAll(() => system.stop());
  const newcomer = async (): Promise<Client> => {
    owner = system.client();
    await owner.register();
    return owner;
  };
  const send = async (rows: Row[], more: object = {}, key = 'one'): Promise<ImportedLeads> => {
    const options = { headers: { 'idempotency-key': key } };
    const { status, body } = await owner.post('/api/leads/import', { rows, ...more }, options);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const leads = async (): Promise<Lead[]> => (await owner.get('/api/leads?sort=client')).body.items;

  /** Who looks after it is told by the staff of one company alone. */
  const told = new Set<string>([...leadColumns.filter((column) => column !== 'owner'), 'origin']);
  const good: Row = {
    client: 'The Okafors',
    contact: 'Ada Okafor',
    email: 'Ada@Okafor.example',
    phone: '303 555 0142',
    siteAddress: '4 Elm Street',
    projectType: 'Kitchen',
    source: 'Fair',
    stage: 'Site visit',
    estimatedValue: '$12,500.00',
    nextStep: 'Measure',
    nextStepOn: '12/1/2026',
    notes: 'Two dogs.\nGate code 1234.',
  };
  const bad: Row = {
    email: 'ada at home',
    stage: 'Maybe',
    estimatedValue: 'a lot',
    nextStepOn: '2026-02-30',
    siteAddress: 'x'.repeat(301),
  };

  it('are looked at first: what is wrong in each column, and nothing is added', async () => {
    await newcomer();
    const { created, rows } = await send([good, bad, { ...good, stage: 'Lost' }], { preview: true });
    expect(created).toBe(0);
    expect(rows[0]).toEqual({ status: 'ready', duplicates: [] });
    expect(rows[1]).toMatchObject({ status: 'refused', duplicates: [] });
    expect(Object.fromEntries((rows[1]?.errors ?? []).map(({ path, message }) => [path, message]))).toEqual({
      client: 'is missing',
      projectType: 'is missing',
      stage: 'is none of New, Contacted, Site visit, Quoting, Won, Lost',
      estimatedValue: 'is no amount such as 12500.00',
      nextStepOn: 'is no date such as 2026-12-01',
      siteAddress: 'has more than 300 characters',
      email: 'is no e-mail address',
    });
    expect(rows[2]?.errors).toEqual([{ path: 'lostReason', message: 'says why the lead was lost' }]);
    expect(await leads()).toEqual([]);
    expect((await owner.get('/api/leads/clients')).body.items).toEqual([]);
  });

  it('become leads as if they had been typed; what is refused keeps nothing back', async () => {
    await newcomer();
    const { created, rows } = await send([bad, good]);
    expect([created, rows.map(({ status }) => status)]).toEqual([1, ['refused', 'created']]);
    const [lead, ...others] = await leads();
    expect(others).toEqual([]);
    expect(lead).toMatchObject({
      id: rows[1]?.leadId,
      origin: 'imported',
      projectType: 'Kitchen',
      siteAddress: '4 Elm Street',
      source: 'Fair',
      stage: 'site_visit',
      estimatedValue: { amount: '12500.00', currency: 'USD' },
      nextStep: 'Measure',
      nextStepOn: '2026-12-01',
      notes: 'Two dogs.\nGate code 1234.',
      hasShell: false,
      portal: null,
      client: {
        name: 'The Okafors',
        contacts: [{ name: 'Ada Okafor', email: 'ada@okafor.example', phone: '303 555 0142', primary: true }],
      },
    });
    expect(lead?.owner?.name).toMatch(/^Olive Owner/);
    const trail = (await owner.get(`/api/leads/${lead?.id}/activity`)).body.items;
    expect(trail).toMatchObject([{ action: 'imported', actor: lead?.owner?.name, changes: [] }]);
  });

  /** Somebody new on the staff of the newcomer's company. */
  const colleague = async (name: string): Promise<Client> => {
    const [company] = (await owner.get('/api/identity/me')).body.companies;
    const client = system.client();
    const email = `${randomUUID()}@alder.example`;
    const invited = await owner.post('/api/identity/invitations', { email, role: 'manager', companyId: company.id });
    const token = new URL(invited.body.acceptUrl).hash.slice(1);
    const words = { token, name, password: 'a quiet evening porch' };
    expect(await client.post('/api/identity/invitations/accept', words)).toMatchObject({ status: 201 });
    return Object.assign(client, { email });
  };

  it('give each lead to whom of the staff they name, and to nobody where they name nobody', async () => {
    await newcomer();
    const mia = await colleague('Mia Manager');
    const { client, projectType } = good;
    const named = (cell: string): Row => ({ client, projectType: `${projectType} ${cell}`, owner: cell });
    const rows = [named(mia.email.toUpperCase()), named('mia manager'), named(''), { client, projectType: 'Mine' }];
    const { created } = await send(rows);
    expect(created).toBe(4);
    const owners = (await leads()).map(({ owner: of }) => of?.name ?? 'nobody');
    expect(owners.map((name) => name.replace(/^Olive Owner.*/, 'the importer')).sort()).toEqual([
      'Mia Manager',
      'Mia Manager',
      'nobody',
      'the importer',
    ]);
    const { data } = Papa.parse<Record<string, string>>((await owner.get('/api/leads/export')).body, {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.map((cells) => cells['Owner']).filter((name) => name === 'Mia Manager')).toHaveLength(2);

    await colleague('Mia Manager');
    const stranger = system.client();
    await stranger.register();
    for (const preview of [true, false]) {
      const { rows: answers } = await send([named('Mia Manager'), named(stranger.email), named(mia.email)], {
        preview,
      });
      expect(answers.map(({ errors = [] }) => errors)).toEqual([
        [{ path: 'owner', message: 'is the name of several on your staff: give the e-mail address' }],
        [{ path: 'owner', message: 'is nobody on your staff' }],
        [],
      ]);
    }
  });

  it('know a client by name and e-mail, in the file and among those there are', async () => {
    await newcomer();
    const email = 'ada@okafor.example';
    const client = { name: 'The Okafors', contacts: [{ name: 'Ada', email }] };
    const known = (await owner.post('/api/leads', { projectType: 'Roof', client })).body;
    const { rows } = await send([
      { client: 'the okafors', email: 'ADA@okafor.example', projectType: 'Same client' },
      { client: 'Nova', email: 'n@nova.example', projectType: 'New client' },
      { client: 'Nova', email: 'n@nova.example', projectType: 'New client again' },
      { client: 'Nova', email: 'm@nova.example', projectType: 'Another of that name' },
      { client: 'Somebody else', email, projectType: 'Same e-mail' },
      { client: 'Nameless', projectType: 'Nothing to go by' },
      { client: 'Nameless', projectType: 'Nothing to go by' },
    ]);
    const clients = new Map((await leads()).map(({ id, client: { id: of } }) => [id, of]));
    const [same, nova, again, other, alike, one, two] = rows.map(({ leadId = '' }) => clients.get(leadId));
    expect(same).toBe(known.client.id);
    expect(again).toBe(nova);
    expect(new Set([same, nova, other, alike, one, two]).size).toBe(6);
    expect(rows.map(({ duplicates }) => duplicates.map(({ leadId, because }) => ({ leadId, because })))).toEqual([
      [{ leadId: known.id, because: ['email'] }],
      [],
      [],
      [],
      [{ leadId: known.id, because: ['email'] }],
      [],
      [],
    ]);
  });

  it('tell open screens of a whole part once', async () => {
    await newcomer();
    const heard = await owner.follow('/api/leads/changes');
    const { rows } = await send([good, { ...good, client: 'Other' }, { ...good, client: 'Third' }]);
    // What is told after it is heard after it.
    const { id } = (await owner.post('/api/leads', { projectType: 'Roof', client: { name: 'Later' } })).body;
    await heard.waitFor((hint) => hint.id === id);
    expect(heard.hints).toEqual([
      { type: 'lead', id: rows[0]?.leadId },
      { type: 'lead', id },
    ]);
    heard.close();
  });

  it('add a part that is sent again once, however often and at once', async () => {
    await newcomer();
    const rows = Array.from({ length: 20 }, (_, n) => ({ ...good, client: `Client ${n}` }));
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(rows, {}, 'part-1')));
    for (const answer of answers) {
      expect(answer.created).toBe(20);
      expect(answer.rows.map(({ leadId }) => leadId)).toEqual(answers[0]?.rows.map(({ leadId }) => leadId));
    }
    expect(await leads()).toHaveLength(20);
    await send(rows.slice(0, 2), {}, 'part-2');
    expect(await leads()).toHaveLength(22);
  });

  it('are added where only some were sent before under the same key, or others', async () => {
    await newcomer();
    const rows = ['a', 'b', 'c'].map((client): Row => ({ client, projectType: 'Kitchen' }));
    const [a = {}, b = {}, c = {}] = rows;
    const first = await send([a, b, b], {}, 'piece');
    const second = await send([b, c, bad], {}, 'piece');
    expect(second.created).toBe(2);
    expect(second.rows[0]?.leadId).toBe(first.rows[1]?.leadId);
    const names = async () => (await leads()).map(({ client }) => client.name);
    expect(await names()).toEqual(['a', 'b', 'b', 'c']);
    const there = (await leads()).map(({ id }) => id);
    expect(second.rows.flatMap(({ leadId = [] }) => leadId).every((id) => there.includes(id))).toBe(true);
  });

  it('are added whole or not at all', async () => {
    await newcomer();
    await system.sql(
      'leads',
      `create function refuse_last() returns trigger language plpgsql as
       $$ begin if new.project_type = 'Last' then raise 'no more'; end if; return new; end $$`,
    );
    await system.sql(
      'leads',
      'create trigger refuse_last before insert on lead for each row execute function refuse_last()',
    );
    const rows = [good, { ...good, client: 'Other' }, { ...good, projectType: 'Last' }];
    const failed = await owner.post('/api/leads/import', { rows }, { headers: { 'idempotency-key': 'whole' } });
    await system.sql('leads', 'drop trigger refuse_last on lead');
    expect(failed.status).toBe(500);
    expect(await leads()).toEqual([]);
    expect((await owner.get('/api/leads/clients')).body.items).toEqual([]);
    expect((await send(rows, {}, 'whole')).created).toBe(3);
    expect(await leads()).toHaveLength(3);
  });

  it('are written so that they can be read again, with nothing lost', async () => {
    const first = await newcomer();
    const formula = '=HYPERLINK("http://evil.example";"x")';
    await send([
      good,
      { client: 'Bo, "the" builder', projectType: formula, notes: '-1\n=2', phone: '+1 303 555 7777' },
      { client: 'Zed', projectType: 'Roof', stage: 'lost', lostReason: 'Too dear', estimatedValue: '7 EUR' },
    ]);
    const { status, headers, body } = await owner.get('/api/leads/export');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="leads.csv"');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(body).toContain(`"'=HYPERLINK(""http://evil.example"";""x"")"`);
    const { data, meta } = Papa.parse<Record<string, string>>(body, { header: true, skipEmptyLines: true });
    expect(meta.fields).toEqual(Object.values(leadColumnNames));
    const rows = data.map((cells): Row =>
      Object.fromEntries(leadColumns.map((column) => [column, cells[leadColumnNames[column]] ?? ''])),
    );
    const before = await leads();
    await newcomer();
    // Whoever looked after them is not on this staff.
    expect(
      (await send(rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'owner')))))
        .created,
    ).toBe(3);
    const plain = (all: Lead[]) =>
      all.map(({ client, ...lead }) => ({
        ...Object.fromEntries(Object.entries(lead).filter(([field]) => told.has(field))),
        client: client.name,
        contacts: client.contacts.map(({ name, email, phone, primary }) => ({ name, email, phone, primary })),
      }));
    expect(plain(await leads())).toEqual(plain(before));
    expect(before).toHaveLength(3);
    const some = await first.get('/api/leads/export?stage=lost&q=zed');
    expect(Papa.parse(some.body, { skipEmptyLines: true }).data).toHaveLength(2);
  });
});
