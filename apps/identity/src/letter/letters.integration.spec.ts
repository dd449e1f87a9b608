import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSystem, until, type CaughtMail, type Client, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { refill } from '../account/test-app/mailed-links';

const ME = '/api/identity/me';
const RESETS = '/api/identity/password-resets';
const NEW = 'an entirely new password';

describe('mails about accounts', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'notifications'] });
  });
  afterAll(() => system.stop());
  beforeEach(() => refill(system));

  const newAddress = (): string => `${randomUUID().slice(0, 8)}@mailed.example`;
  const registered = async (): Promise<Client> => {
    const client = system.client();
    await client.register();
    return client;
  };
  /** The first mail to this address whose link leads to `page`, and the query or token in that link. */
  const mailTo = async (email: string, page: string): Promise<{ mail: CaughtMail; rest: string }> => {
    const link = new RegExp(`${system.origin}/${page}[#?](\\S+)`);
    const mail = await system.mail.waitFor(({ to, text }) => to.includes(email) && link.test(text));
    return { mail, rest: link.exec(mail.text)?.[1] ?? '' };
  };
  const mailsTo = (email: string): CaughtMail[] => system.mail.list().filter(({ to }) => to.includes(email));
  /** Everything asked for so far has been decided: sent, or found to be to nobody. */
  const allDecided = () =>
    until(
      async () => {
        const [asked] = await system.sql<{ count: string }>(
          'identity',
          `select count(*) from outbox where type = 'identity.letter.requested.v1'`,
        );
        const [decided] = await system.sql<{ count: string }>(
          'notifications',
          'select count(*) from mail where ended_at is not null',
        );
        return asked?.count === decided?.count;
      },
      15_000,
      'letters are still on their way',
    );

  it('let a new owner confirm the address they registered with', async () => {
    const client = await registered();
    const { mail, rest: token } = await mailTo(client.email, 'confirm-email');
    expect(mail.to).toEqual([client.email]);
    const done = await system.client().post('/api/identity/email-confirmations/complete', { token });
    expect([done.status, done.body]).toEqual([200, { email: client.email }]);
    expect((await client.get(ME)).body.emailConfirmed).toBe(true);
  });

  it('let a person choose a new password, and tell them that it was', async () => {
    const { email } = await registered();
    await system.client().post(RESETS, { email });
    const { rest: token } = await mailTo(email, 'reset-password');
    expect((await system.client().post(`${RESETS}/complete`, { token, password: NEW })).status).toBe(204);
    const { rest } = await mailTo(email, 'forgot-password');
    expect(new URLSearchParams(rest).get('email')).toBe(email);
    await system.client().signIn(email, NEW);
  });

  it('go to nobody for an address without an account', async () => {
    const unknown = newAddress();
    const { email } = await registered();
    await system.client().post(RESETS, { email: unknown });
    await system.client().post(RESETS, { email });
    await mailTo(email, 'reset-password');
    await allDecided();
    expect(mailsTo(unknown)).toEqual([]);
  });

  it('bring the link to a new address, and the news of it to the former', async () => {
    const client = await registered();
    const email = newAddress();
    await client.post(`${ME}/email`, { email, password: client.password });
    const { rest: token } = await mailTo(email, 'confirm-email');
    await system.client().post('/api/identity/email-confirmations/complete', { token });
    const { mail, rest } = await mailTo(client.email, 'sign-in');
    expect(mail.text).toContain(email);
    expect(new URLSearchParams(rest).get('email')).toBe(email);
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('tell of a password changed by who knew it', async () => {
    const client = await registered();
    await client.post(`${ME}/password`, { current: client.password, password: NEW });
    await mailTo(client.email, 'forgot-password');
  });

  it('are asked for without saying to whom', async () => {
    const client = await registered();
    await client.post(`${ME}/email`, { email: newAddress(), password: client.password });
    const asked = await system.sql<{ envelope: string }>(
      'identity',
      `select envelope from outbox where type = 'identity.letter.requested.v1'`,
    );
    for (const { envelope } of asked) {
      expect(Object.keys(JSON.parse(envelope).data).sort()).toEqual(['generation', 'kind', 'reference']);
      expect(envelope).not.toContain('@');
    }
  });

  it('leave their links in no table and no log', async () => {
    const { email } = await registered();
    await system.client().post(RESETS, { email });
    const { rest: token } = await mailTo(email, 'reset-password');
    for (const service of ['identity', 'notifications'] as const) {
      const tables = await system.sql<{ tablename: string }>(
        service,
        'select tablename from pg_tables where schemaname = current_schema()',
      );
      expect(tables.length).toBeGreaterThan(3);
      for (const { tablename } of tables) {
        const rows = JSON.stringify(await system.sql(service, `select * from "${tablename}"`));
        expect([tablename, rows.includes(token)]).toEqual([tablename, false]);
      }
      expect(system.logs(service).join('\n')).not.toContain(token);
    }
  });
});
