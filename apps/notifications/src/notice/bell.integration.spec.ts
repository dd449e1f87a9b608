import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, startSystem, type System, until } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { Client as Database } from 'pg';

const notices = '/api/notifications/notices';
const password = 'a quiet evening porch';

describe('the bell', () => {
  let system: System;
  let owner: Client;
  let manager: Client;
  let customer: Client;
  let companyId: string;
  let projectId: string;

  const invite = async (body: object, email = `${randomUUID()}@home.example`): Promise<string> => {
    const { status } = await owner.post('/api/identity/invitations', { email, ...body });
    expect(status).toBe(201);
    return email;
  };
  const join = async (name: string, body: object): Promise<Client> => {
    const email = await invite(body);
    const mail = await system.mail.waitFor(({ to }) => to.includes(email), 60_000);
    const token = /\/invite#([\w-]+)/.exec(mail.text)?.[1];
    const client = system.client();
    const accepted = await client.post('/api/identity/invitations/accept', { token, name, password });
    client.accessToken = accepted.body.accessToken;
    return client;
  };
  /** Once there are as many. */
  const told = (client: Client, count: number) =>
    until(
      async () => {
        const { body } = await client.get(notices);
        return body.items?.length === count && body;
      },
      30_000,
      'the notices did not come',
    );

  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads', 'notifications'] });
    owner = system.client();
    companyId = (await owner.register({ companyName: 'Alder & Sons' })).company.id;
    projectId = (await owner.post('/api/projects', { name: 'Okafor – Kitchen' })).body.id;
  }, 60_000);
  afterAll(() => system.stop());

  it('tells who accepted what, newest first', async () => {
    expect((await owner.get(notices)).body).toEqual({ items: [], nextCursor: null, unseen: 0 });
    manager = await join('Sam Manager', { role: 'manager', companyId });
    await told(owner, 1);
    customer = await join('Anna Okafor', { role: 'customer', projectId });
    const { items, unseen } = await told(owner, 2);
    expect(items).toMatchObject([
      {
        kind: 'invitation_accepted',
        subject: 'Anna Okafor',
        detail: 'Okafor – Kitchen',
        projectId,
        leadId: null,
        seen: false,
      },
      { kind: 'invitation_accepted', subject: 'Sam Manager', detail: 'Alder & Sons', projectId: null },
    ]);
    expect(unseen).toBe(2);
  });

  it('is given a page at a time', async () => {
    const first = (await owner.get(`${notices}?limit=1`)).body;
    expect(first.items).toHaveLength(1);
    const second = (await owner.get(`${notices}?limit=1&cursor=${first.nextCursor}`)).body;
    expect(second).toMatchObject({ items: [{ subject: 'Sam Manager' }], nextCursor: null, unseen: 2 });
  });

  it('is seen by each for themselves, and what came later was not', async () => {
    const [newest, older] = (await owner.get(notices)).body.items;
    expect((await owner.post(`${notices}/seen`, { upTo: older.id })).status).toBe(204);
    expect((await owner.get(notices)).body).toMatchObject({ unseen: 1, items: [{ seen: false }, { seen: true }] });
    expect((await owner.post(`${notices}/seen`, { upTo: newest.id })).status).toBe(204);
    expect((await owner.post(`${notices}/seen`, { upTo: newest.id })).status).toBe(204);
    expect((await owner.get(notices)).body.unseen).toBe(0);
    expect((await manager.get(notices)).body).toMatchObject({ unseen: 2, items: [{ seen: false }, { seen: false }] });
  });

  it('rings at once when a mail comes back', async () => {
    const heard = await owner.follow('/api/notifications/changes');
    const email = `${randomUUID()}@nowhere.example`;
    system.mail.refuseRecipient(email);
    await invite({ role: 'customer', projectId, name: 'Ben Novak' }, email);
    const hint = await heard.waitFor(({ type }) => type === 'notice');
    const { items, unseen } = (await owner.get(notices)).body;
    expect(items[0]).toMatchObject({
      id: hint.id,
      kind: 'mail_undelivered',
      subject: 'Ben Novak',
      detail: 'Okafor – Kitchen',
      projectId,
    });
    expect({ unseen, addresses: JSON.stringify(items).includes('.example') }).toEqual({ unseen: 1, addresses: false });
    heard.close();
  });

  it('is for the staff of the company, and nobody else', async () => {
    const stranger = system.client();
    await stranger.register();
    const [{ id }] = (await owner.get(notices)).body.items;
    expect((await stranger.get(notices)).body.items).toEqual([]);
    for (const path of [`${notices}?companyId=${companyId}`, `/api/notifications/changes?companyId=${companyId}`]) {
      expect((await stranger.get(path)).status).toBe(404);
      expect((await customer.get(path)).status).toBe(403);
      expect((await system.client().get(path)).status).toBe(401);
    }
    expect((await stranger.post(`${notices}/seen`, { upTo: id })).status).toBe(404);
    expect((await customer.post(`${notices}/seen`, { upTo: id })).status).toBe(403);
    expect((await manager.get(notices)).body.unseen).toBe(3);
  });

  it('stands behind row-level security, and so do the people it is for', async () => {
    const stranger = system.client();
    const other = (await stranger.register({ name: 'Olga Stranger' })).company.id;
    expect((await stranger.get(notices)).status).toBe(200);
    const open = await system.sql<{ name: string }>(
      'notifications',
      `select relname as name from pg_class where relnamespace = 'notifications'::regnamespace and relkind = 'r'
         and relname in ('mail', 'member', 'notice', 'notice_seen', 'deleted_lead')
         and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
    const database = new Database({ connectionString: system.postgresUrl('notifications_app') });
    await database.connect();
    const namesIn = async (setting: string, value: string): Promise<string[]> => {
      await database.query('begin');
      await database.query('select set_config($1, $2, true)', [setting, value]);
      const { rows } = await database.query<{ name: string }>('select name from notifications.member order by name');
      // To read of a colleague is not to write of them.
      const { rowCount } = await database.query(`update notifications.member set name = 'Nobody'`);
      await database.query('rollback');
      expect(rowCount).toBe(setting === 'app.person_id' ? rows.length : 0);
      return rows.map(({ name }) => name);
    };
    try {
      expect(await namesIn('app.company_id', other)).toEqual(['Olga Stranger']);
      expect(await namesIn('app.company_id', companyId)).toEqual(
        expect.arrayContaining(['Anna Okafor', 'Sam Manager']),
      );
      expect(await namesIn('app.company_id', companyId)).not.toContain('Olga Stranger');
      expect(await namesIn('app.company_id', randomUUID())).toEqual([]);
      expect(await namesIn('app.company_id', '')).toEqual([]);
      const { id } = (await stranger.get('/api/identity/me')).body.person;
      expect(await namesIn('app.person_id', id)).toEqual(['Olga Stranger']);
    } finally {
      await database.end();
    }
  });

  it('forgets after 90 days', async () => {
    await system.sql(
      'notifications',
      `update notice set at = now() - case subject when 'Sam Manager' then interval '91 days' else interval '89 days' end`,
    );
    await system.kill('notifications', 'SIGTERM');
    await system.startService('notifications');
    const { items } = await told(owner, 2);
    expect(items.map(({ subject }: { subject: string }) => subject)).toEqual(['Ben Novak', 'Anna Okafor']);
    expect(await system.sql('notifications', `select distinct person_id from notice_seen`)).toHaveLength(1);
  });

  it('has nothing old to tell who is new on the staff', async () => {
    const late = await join('Lena Late', { role: 'manager', companyId });
    const { items, unseen } = await told(late, 3);
    expect(items.map(({ subject, seen }: { subject: string; seen: boolean }) => [subject, seen])).toEqual([
      ['Lena Late', false],
      ['Ben Novak', true],
      ['Anna Okafor', true],
    ]);
    expect(unseen).toBe(1);
  });
});
