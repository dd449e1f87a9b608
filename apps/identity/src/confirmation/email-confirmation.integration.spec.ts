import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { askStaffAddress } from '@porchlight/contracts';
import { askAs, startSystem, type Client, type Reply, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { atOnce } from '../account/test-app/at-once';
import { confirmationToken, refill, tokenKeys } from '../account/test-app/mailed-links';

const CONFIRMATIONS = '/api/identity/email-confirmations';

describe('confirming an e-mail', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity'], env: { identity: { TOKEN_KEYS: tokenKeys } } });
  });
  afterAll(() => system.stop());
  beforeEach(() => refill(system));

  const owner = async (): Promise<Client> => {
    const client = system.client();
    await client.register();
    return client;
  };
  const newAddress = (): string => `${randomUUID().slice(0, 8)}@moved.example`;
  const complete = (token: string): Promise<Reply> => system.client().post(`${CONFIRMATIONS}/complete`, { token });
  const inspect = (token: string): Promise<Reply> => system.client().post(`${CONFIRMATIONS}/inspect`, { token });
  const change = (client: Client, email: string, password = client.password): Promise<Reply> =>
    client.post('/api/identity/me/email', { email, password });
  const linkTo = async (client: Client, email: string): Promise<string> => {
    expect((await change(client, email)).status).toBe(202);
    return confirmationToken(system, email);
  };
  const signIn = (email: string, password: string): Promise<Reply> =>
    system.client().post('/api/identity/sessions', { email, password });
  const me = async (client: Client) => (await client.get('/api/identity/me')).body;
  const states = async (email: string): Promise<number> => {
    const rows = await system.sql(
      'identity',
      `select 1 from outbox where type = 'identity.membership.changed.v1' and envelope like $1`,
      [`%"${email}"%`],
    );
    return rows.length;
  };

  it('is asked of who registers, and done by the link', async () => {
    const client = await owner();
    expect((await me(client)).emailConfirmed).toBe(false);
    const token = await confirmationToken(system, client.email);
    expect((await inspect(token)).body).toEqual({ email: client.email, status: 'open' });
    const done = await complete(token);
    expect([done.status, done.body]).toEqual([200, { email: client.email }]);
    expect((await me(client)).emailConfirmed).toBe(true);
  });

  it('comes before mails in which strangers speak', async () => {
    const client = system.client();
    const { company, person } = await client.register();
    const question = { companyId: company.id, personId: person.id };
    const address = () => askAs(system, 'notifications', askStaffAddress, question);
    expect(await address()).toEqual({ sendable: false });
    await complete(await confirmationToken(system, client.email));
    expect(await address()).toMatchObject({ sendable: true, to: client.email });
  });

  it('of a new address moves the account there, and nothing before', async () => {
    const client = await owner();
    const email = newAddress();
    const token = await linkTo(client, email);
    expect((await signIn(client.email, client.password)).status).toBe(201);
    expect((await signIn(email, client.password)).status).toBe(401);
    expect((await complete(token)).body).toEqual({ email });
    expect((await signIn(client.email, client.password)).status).toBe(401);
    expect((await signIn(email, client.password)).status).toBe(201);
    expect(await me(client)).toMatchObject({ person: { email }, emailConfirmed: true });
    expect(await states(email)).toBe(1);
  });

  it('of a new address is told to the former one', async () => {
    const client = await owner();
    await complete(await linkTo(client, newAddress()));
    const rows = await system.sql<{ previous_email: string }>(
      'identity',
      `select c.previous_email from outbox o join email_confirmation c on o.aggregate_id = c.id
       where o.envelope like '%"email_changed"%' and c.person_id = $1`,
      [(await me(client)).person.id],
    );
    expect(rows).toEqual([{ previous_email: client.email }]);
  });

  it('of the present address tells nobody of a change', async () => {
    const client = await owner();
    await complete(await linkTo(client, client.email));
    const rows = await system.sql(
      'identity',
      `select 1 from outbox o join email_confirmation c on o.aggregate_id = c.id
       where o.envelope like '%"email_changed"%' and c.person_id = $1`,
      [(await me(client)).person.id],
    );
    expect(rows).toEqual([]);
  });

  it('works once, also when the link is used many times at once', async () => {
    const client = await owner();
    const token = await linkTo(client, newAddress());
    const uses = Array.from({ length: 4 }, () => () => complete(token));
    const replies = await atOnce(system, client.email, uses);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
    const again = await complete(token);
    expect([again.status, again.body.code]).toEqual([410, 'link_used']);
    expect((await inspect(token)).body.status).toBe('used');
  });

  it('runs out after a day', async () => {
    const client = await owner();
    const token = await linkTo(client, newAddress());
    const [row] = await system.sql(
      'identity',
      'select extract(epoch from expires_at - created_at)::int as seconds from email_confirmation order by id desc limit 1',
    );
    expect(row).toEqual({ seconds: 86_400 });
    await system.sql('identity', 'update email_confirmation set expires_at = now()');
    expect((await complete(token)).status).toBe(410);
    expect((await inspect(token)).body.status).toBe('expired');
  });

  it('by an earlier link is over once another address was wished for', async () => {
    const client = await owner();
    const mistyped = await linkTo(client, newAddress());
    const email = newAddress();
    const token = await linkTo(client, email);
    expect((await complete(mistyped)).status).toBe(410);
    expect((await complete(token)).body).toEqual({ email });
  });

  it('tells of a taken address only who holds the link sent there', async () => {
    const other = await owner();
    const client = await owner();
    const free = await change(client, newAddress());
    await refill(system);
    const taken = await change(client, other.email);
    expect([taken.status, taken.body]).toEqual([free.status, free.body]);
    const refused = await complete(await confirmationToken(system, other.email));
    expect([refused.status, refused.body.code]).toEqual([409, 'email_taken']);
    expect((await me(client)).person.email).toBe(client.email);
  });

  it('floods nobody: one mail a minute and ten an hour go to one address, and nothing is said of it', async () => {
    const client = await owner();
    const email = newAddress();
    const mailed = async (): Promise<number> =>
      (await system.sql('identity', 'select 1 from email_confirmation where email = $1', [email])).length;
    for (let time = 0; time < 3; time += 1) expect((await change(client, email)).status).toBe(202);
    expect(await mailed()).toBe(1);
    for (let minute = 0; minute < 12; minute += 1) {
      await system.sql('identity', `delete from rate_limit where key like 'confirmation_mail_pause:%'`);
      expect((await change(client, email)).status).toBe(202);
    }
    expect(await mailed()).toBe(10);
  });

  it('is asked for by nobody who does not know the password', async () => {
    const client = await owner();
    const refused = await change(client, newAddress(), 'not the password');
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [{ path: 'password', message: 'is not your password' }],
    ]);
  });

  it.each(['nonsense', 'A'.repeat(71)])('knows no link behind %s', async (token) => {
    expect((await complete(token)).status).toBe(404);
  });
});

describe('without a mail server', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity'], env: { identity: { SMTP_CONFIGURED: 'false' } } });
  });
  afterAll(() => system.stop());

  it('no e-mail can be changed, and no letter is asked for', async () => {
    const client = system.client();
    await client.register();
    const { status, body } = await client.post('/api/identity/me/email', {
      email: 'new@moved.example',
      password: client.password,
    });
    expect([status, body.code]).toEqual([409, 'mail_not_set_up']);
    expect((await client.get('/api/identity/me')).body.mailSetUp).toBe(false);
    expect((await client.post('/api/identity/password-resets', { email: client.email })).status).toBe(202);
    expect(await system.sql('identity', `select 1 from outbox where type = 'identity.letter.requested.v1'`)).toEqual(
      [],
    );
  });
});
