import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSystem, type Client, type Reply, type System } from '@porchlight/testing';
import { refill, resetToken, tokenKeys } from '../account/test-app/mailed-links';

const RESETS = '/api/identity/password-resets';
const NEW = 'an entirely new password';

describe('resetting a password', () => {
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
  const ask = (email: string): Promise<Reply> => system.client().post(RESETS, { email });
  const linkOf = async ({ email }: Client): Promise<string> => {
    await ask(email);
    return resetToken(system, email);
  };
  const complete = (token: string, password = NEW): Promise<Reply> =>
    system.client().post(`${RESETS}/complete`, { token, password });
  const inspect = (token: string): Promise<Reply> => system.client().post(`${RESETS}/inspect`, { token });
  const signIn = (email: string, password: string): Promise<Reply> =>
    system.client().post('/api/identity/sessions', { email, password });
  const letters = (kind: string) =>
    system.sql<{ envelope: string }>(
      'identity',
      `select envelope from outbox where type = 'identity.letter.requested.v1' and envelope like $1`,
      [`%"${kind}"%`],
    );

  it('gives the account the new password and ends every session', async () => {
    const client = await owner();
    expect((await complete(await linkOf(client))).status).toBe(204);
    expect((await client.get('/api/identity/me')).status).toBe(401);
    expect((await client.post('/api/identity/sessions/refresh')).status).toBe(401);
    expect((await signIn(client.email, client.password)).status).toBe(401);
    expect((await signIn(client.email, NEW)).status).toBe(201);
  });

  it('shows the e-mail to be the person’s own and tells them of the new password', async () => {
    const client = await owner();
    await complete(await linkOf(client));
    await client.signIn(client.email, NEW);
    const me = (await client.get('/api/identity/me')).body;
    expect(me.emailConfirmed).toBe(true);
    const told = (await letters('password_changed')).map(({ envelope }) => JSON.parse(envelope).data);
    expect(told).toContainEqual({ kind: 'password_changed', reference: me.person.id, generation: 2 });
  });

  it('works once', async () => {
    const client = await owner();
    const token = await linkOf(client);
    expect((await inspect(token)).body).toEqual({ email: client.email, status: 'open' });
    await complete(token);
    const again = await complete(token, 'yet another password');
    expect([again.status, again.body.code]).toEqual([410, 'link_used']);
    expect((await inspect(token)).body.status).toBe('used');
    expect((await signIn(client.email, NEW)).status).toBe(201);
  });

  it('lets one of many win that use the link at once', async () => {
    const client = await owner();
    const token = await linkOf(client);
    const passwords = Array.from({ length: 8 }, (_, number) => `the password number ${number}`);
    const replies = await Promise.all(passwords.map((password) => complete(token, password)));
    expect(replies.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 7 }, () => 410)]);
    const winner = passwords[replies.findIndex(({ status }) => status === 204)] ?? '';
    expect((await signIn(client.email, winner)).status).toBe(201);
  });

  it('runs out after an hour', async () => {
    const token = await linkOf(await owner());
    const [{ seconds } = { seconds: 0 }] = await system.sql<{ seconds: number }>(
      'identity',
      'select extract(epoch from expires_at - created_at)::int as seconds from password_reset order by id desc limit 1',
    );
    expect(seconds).toBe(3600);
    await system.sql('identity', `update password_reset set expires_at = now()`);
    const late = await complete(token);
    expect([late.status, late.body.code]).toEqual([410, 'gone']);
    expect((await inspect(token)).body.status).toBe('expired');
  });

  it('makes the other links of the same person worthless', async () => {
    const client = await owner();
    const first = await linkOf(client);
    await refill(system);
    await complete(await linkOf(client));
    expect((await complete(first, 'a password of a thief')).status).toBe(410);
  });

  it('shuts out who asked to move the account elsewhere', async () => {
    const client = await owner();
    await client.post('/api/identity/me/email', { email: 'thief@elsewhere.example', password: client.password });
    await complete(await linkOf(client));
    expect(
      await system.sql('identity', `select 1 from email_confirmation where email like 'thief%' and used_at is null`),
    ).toEqual([]);
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['a token of the right length', 'A'.repeat(71)],
  ])('knows no link behind %s', async (_, token) => {
    expect((await complete(token)).status).toBe(404);
    expect((await inspect(token)).status).toBe(404);
  });

  it('takes only passwords that are long enough', async () => {
    const reply = await complete(await linkOf(await owner()), 'too short');
    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ path: 'password' }]);
  });

  it('mails a person no more than once a minute and ten times an hour, and says nothing of it', async () => {
    const { email } = await owner();
    const asked = async (): Promise<number> => (await letters('password_reset')).length;
    const before = await asked();
    for (let time = 0; time < 3; time += 1) expect((await ask(email)).status).toBe(202);
    expect((await asked()) - before).toBe(1);
    for (let minute = 0; minute < 12; minute += 1) {
      await system.sql('identity', `delete from rate_limit where key like 'reset_mail_pause:%'`);
      expect((await ask(email)).status).toBe(202);
    }
    expect((await asked()) - before).toBe(10);
  });

  it('keeps neither token nor password', async () => {
    const client = await owner();
    const token = await linkOf(client);
    await complete(token);
    const tables = ['password_reset', 'outbox', 'latest_state', 'person', 'rate_limit'];
    const rows = await Promise.all(tables.map((table) => system.sql('identity', `select * from ${table}`)));
    const kept = JSON.stringify(rows) + system.logs('identity').join('\n');
    for (const secret of [token, NEW]) expect(kept).not.toContain(secret);
    const events = JSON.stringify(await letters('password_reset'));
    expect(events).not.toContain(client.email);
  });
});
