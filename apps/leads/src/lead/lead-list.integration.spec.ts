import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Duplicate, Lead, LeadTotals } from '@porchlight/contracts';
import { type Client, startSystem, type System } from '@porchlight/testing';

const day = 86_400_000;

describe('the list of leads', () => {
  let system: System;
  let owner: Client;
  const made: Lead[] = [];
  const add = async (by: Client, lead: object): Promise<Lead> => {
    const { status, body } = await by.post('/api/leads', {
      projectType: 'Kitchen',
      client: { name: 'Nobody' },
      ...lead,
    });
    expect({ status, body }).toMatchObject({ status: 201 });
    return body;
  };
  const pages = async (by: Client, query: string, limit: number): Promise<Lead[]> => {
    const seen: Lead[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { status, body } = await by.get(`/api/leads?${query}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
      expect({ status, body }).toMatchObject({ status: 200 });
      expect(body.items.length).toBeLessThanOrEqual(limit);
      seen.push(...body.items);
      cursor = body.nextCursor;
    }
    return seen;
  };
  const found = async (query: string): Promise<string[]> =>
    (await pages(owner, query, 500)).map(({ projectType }) => projectType);

  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'leads'] });
    owner = system.client();
    await owner.register();
    // Many of the same client, value and day, some with neither: pages break in the middle of each.
    const names = ['Okafor', 'adams', 'Ñandú', 'Okafor', '"O\\Brien" & Ko'];
    const values = ['100.00', '100', '0.50', null, null, '-20'];
    const days = ['2030-01-02', null, '2030-01-01', '2030-01-02'];
    for (let n = 0; n < 27; n++) {
      const amount = values[n % values.length];
      made.push(
        await add(owner, {
          projectType: `Job ${n}`,
          client: { name: names[n % names.length] },
          stage: n % 4 === 0 ? 'quoting' : 'new',
          estimatedValue: amount ? { amount, currency: n % 9 === 0 ? 'EUR' : 'USD' } : null,
          nextStepOn: days[n % days.length],
        }),
      );
    }
  });
  afterAll(() => system.stop());

  type Key = (lead: Lead) => string | number | null;
  const orders: readonly (readonly [sort: string, key: Key, way: 1 | -1])[] = [
    ['newest', ({ createdAt }) => createdAt, -1],
    ['oldest', ({ createdAt }) => createdAt, 1],
    ['value', ({ estimatedValue }) => estimatedValue && Number(estimatedValue.amount), -1],
    ['next_step', ({ nextStepOn }) => nextStepOn, 1],
    ['client', ({ client }) => client.name.toLowerCase(), 1],
  ];
  const compare = (one: string | number, other: string | number) => Number(one > other) - Number(one < other);

  it.each(orders)('is the same in pages of every size as in one, sorted by %s', async (sort, key, way) => {
    const expected = [...made].sort((one, other) => {
      const [a, b] = [key(one), key(other)];
      if (a !== b && (a === null || b === null)) return a === null ? 1 : -1;
      return way * ((a !== null && b !== null && compare(a, b)) || compare(one.id, other.id));
    });
    for (const limit of [1, 2, 5, 26, 27, 500])
      expect((await pages(owner, `sort=${sort}`, limit)).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  it('takes no cursor of another order, nor one of its own making', async () => {
    const { body } = await owner.get('/api/leads?sort=client&limit=2');
    const cursors = [
      body.nextCursor,
      'nonsense',
      Buffer.from('["value","1e9","019377a0-0000-7000-8000-000000000001"]').toString('base64url'),
      Buffer.from('["value","1); drop table lead","019377a0-0000-7000-8000-000000000001"]').toString('base64url'),
    ];
    for (const cursor of cursors)
      expect(await owner.get(`/api/leads?sort=value&cursor=${cursor}`)).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'cursor' }] },
      });
  });

  it('goes on where it was while leads come and go', async () => {
    const by = system.client();
    await by.register();
    const leads = [];
    for (let n = 0; n < 6; n++) leads.unshift(await add(by, {}));
    const first = (await by.get('/api/leads?limit=3')).body;
    expect((await by.delete(`/api/leads/${first.items[2].id}`, { ifMatch: 1 })).status).toBe(204);
    await add(by, {});
    const second = (await by.get(`/api/leads?limit=3&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map(({ id }: Lead) => id)).toEqual(leads.map(({ id }) => id));
  });

  it('searches every word in client, contacts, address, type, source and notes; nothing typed is a wildcard', async () => {
    const contacts = [{ name: 'Zelda Quirke', email: 'zq@quirke.example', phone: '+1 (555) 010-7788' }];
    const client = { name: 'Quirke 100%', contacts };
    const lead = { client, siteAddress: '9 Vexing_Way', source: 'Fair', notes: 'Two\ndogs \\o/' };
    await add(owner, { projectType: 'Belfry', ...lead });
    const hits = [
      'quirke',
      'ZELDA',
      'zq@quirke',
      '5550107788',
      '(555)',
      'vexing_way',
      'fair',
      'dogs',
      '100%',
      '\\o',
      'belf',
    ];
    for (const q of [...hits, 'quirke fair', ' zelda  belfry '])
      expect({ q, found: await found(`q=${encodeURIComponent(q)}`) }).toEqual({ q, found: ['Belfry'] });
    for (const q of ['%', '_', 'vexing%way', 'vexing__ay', 'quirke nothing', '999'])
      expect({ q, found: (await found(`q=${encodeURIComponent(q)}`)).filter((type) => type === 'Belfry') }).toEqual({
        q,
        found: q === '%' || q === '_' ? ['Belfry'] : [],
      });
    expect(await found(`q=${encodeURIComponent('%')}`)).toEqual(['Belfry']);
  });

  it('is filtered by stages and owner, and totals are over all that a filter leaves', async () => {
    const by = system.client();
    await by.register();
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    await add(by, { projectType: 'A', stage: 'quoting', estimatedValue: usd('1000.10') });
    await add(by, { projectType: 'B', stage: 'quoting', estimatedValue: usd('0.20'), ownerId: null });
    await add(by, { projectType: 'C', stage: 'quoting', estimatedValue: { amount: '5', currency: 'EUR' } });
    await add(by, { projectType: 'D', stage: 'won' });
    const types = async (query: string) => (await pages(by, query, 1)).map(({ projectType }) => projectType);
    expect(await types('stage=quoting')).toEqual(['C', 'B', 'A']);
    expect(await types('stage=won,quoting')).toEqual(['D', 'C', 'B', 'A']);
    expect(await types('ownerId=none')).toEqual(['B']);
    const { owner: self } = (await by.get('/api/leads?limit=1')).body.items[0];
    expect(await types(`ownerId=${self.id}&stage=quoting`)).toEqual(['C', 'A']);
    const totals = async (query: string): Promise<LeadTotals> => (await by.get(`/api/leads/totals?${query}`)).body;
    const nothing = { count: 0, values: [] };
    expect((await totals('')).stages).toEqual([
      { stage: 'new', ...nothing },
      { stage: 'contacted', ...nothing },
      { stage: 'site_visit', ...nothing },
      { stage: 'quoting', count: 3, values: [{ amount: '5.00', currency: 'EUR' }, usd('1000.30')] },
      { stage: 'won', count: 1, values: [] },
      { stage: 'lost', ...nothing },
    ]);
    expect((await totals('ownerId=none')).stages[3]).toEqual({ stage: 'quoting', count: 1, values: [usd('0.20')] });
    expect((await by.get('/api/leads?stage=sold')).status).toBe(400);
  });

  it('knows what is due by the calendar of the company, where its midnight may be elsewhere', async () => {
    // A day apart at every moment: fourteen hours ahead of UTC and eleven behind it.
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const by = system.client();
      await by.register({ timeZone });
      const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format();
      const away = (days: number) => new Date(Date.parse(today) + days * day).toISOString().slice(0, 10);
      for (const days of [-1, 0, 1, 7, 8]) await add(by, { projectType: `${days}`, nextStepOn: away(days) });
      await add(by, { projectType: 'never' });
      await add(by, { projectType: 'won', stage: 'won', nextStepOn: away(-3) });
      const due = async (choice: string) =>
        (await pages(by, `sort=next_step&due=${choice}`, 2)).map(({ projectType }) => projectType);
      expect(await due('overdue')).toEqual(['-1']);
      expect(await due('today')).toEqual(['-1', '0']);
      expect(await due('week')).toEqual(['-1', '0', '1', '7']);
      for (const query of ['', '?due=overdue'])
        expect((await by.get(`/api/leads/totals${query}`)).body.due).toEqual({ overdue: 1, today: 2 });
    }
  });

  it('points out likely duplicates by e-mail, telephone and address, across clients', async () => {
    const by = system.client();
    await by.register();
    const ada = { name: 'Ada', email: 'ada@x.example', phone: '+1 303 555 0142' };
    const first = await add(by, { client: { name: 'Ada', contacts: [ada] }, siteAddress: '4 Elm Street, Boulder' });
    const second = await add(by, {
      client: {
        name: 'A. Okafor',
        contacts: [
          { name: 'Home', phone: '(303) 555-0142' },
          { name: 'Ada', email: ada.email },
        ],
      },
    });
    const third = await add(by, { client: { name: 'Somebody' }, siteAddress: '4 ELM ST. – Boulder' });
    const again = await add(by, { clientId: first.client.id, client: undefined, siteAddress: '77 Oak Rd' });
    const of = async (path: string) =>
      (await by.get(`/api/leads/${path}`)).body.items.map(({ leadId, because }: Duplicate) => ({ leadId, because }));
    expect(await of(`${first.id}/duplicates`)).toEqual([
      { leadId: third.id, because: ['address'] },
      { leadId: second.id, because: ['email', 'phone'] },
    ]);
    expect(await of(`${again.id}/duplicates`)).toEqual([{ leadId: second.id, because: ['email', 'phone'] }]);
    const typed = (query: object) => of(`duplicates?${new URLSearchParams({ ...query })}`);
    expect(await typed({ email: ' ADA@x.example', except: second.id })).toEqual([
      { leadId: again.id, because: ['email'] },
      { leadId: first.id, because: ['email'] },
    ]);
    expect(await typed({ phone: '3035550142', address: '77 oak road' })).toEqual([
      { leadId: again.id, because: ['address', 'phone'] },
      { leadId: second.id, because: ['phone'] },
      { leadId: first.id, because: ['phone'] },
    ]);
    expect(await typed({ phone: '12', address: ' , ' })).toEqual([]);
    const stranger = system.client();
    await stranger.register();
    expect((await stranger.get(`/api/leads/duplicates?email=ada@x.example`)).body.items).toEqual([]);
  });

  it('points out the newest twenty of many likely duplicates, whichever mark they have', async () => {
    const by = system.client();
    await by.register();
    const contacts = [{ name: 'Ada', email: 'many@x.example', phone: '+1 303 555 9999' }];
    const one = await add(by, { client: { name: 'Ada', contacts }, siteAddress: '9 Elm Street' });
    await add(by, { client: { name: 'Ada again', contacts }, siteAddress: '10 Elm Street' });
    await system.sql(
      'leads',
      `insert into lead (id, reserved_project_id, company_id, version, client_id, project_type, stage, origin, created_at, address_key)
       select gen_random_uuid(), gen_random_uuid(), company_id, 1, client_id, n::text, 'new', 'typed', created_at + n * interval '1 second',
              case when n % 2 = 0 then address_key end
       from lead, generate_series(1, 60) n where id = $1`,
      [one.id],
    );
    const query = new URLSearchParams({ email: 'many@x.example', phone: '303 555 9999', address: '9 elm st' });
    const { items } = (await by.get(`/api/leads/duplicates?${query}`)).body;
    expect(items.map(({ projectType, because }: Duplicate) => [projectType, because])).toEqual(
      Array.from({ length: 20 }, (_, at) => {
        const n = 60 - at;
        return [`${n}`, n % 2 === 0 ? ['address', 'email', 'phone'] : ['email', 'phone']];
      }),
    );
    const rows = [{ client: 'Ada', email: 'many@x.example', projectType: 'Again' }];
    const preview = (await by.post('/api/leads/import', { preview: true, rows: [...rows, ...rows] })).body;
    for (const { duplicates } of preview.rows)
      expect(duplicates.map(({ leadId }: Duplicate) => leadId)).toEqual(items.map(({ leadId }: Duplicate) => leadId));
  });
});
