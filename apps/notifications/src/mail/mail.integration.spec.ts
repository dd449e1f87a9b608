import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { services } from '@porchlight/contracts';
import { type CaughtMail, type Client, startSystem, type System, until } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';

interface MailRow {
  state: string;
  attempts: number;
  fault: string | null;
  message_id: string;
}

describe('the mail of an invitation', () => {
  let system: System;
  let redis: Redis;
  let owner: Client;
  let projectId: string;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads', 'notifications'] });
    redis = new Redis(system.redisUrl);
    redis.on('error', () => undefined);
    owner = system.client();
    await owner.register({ companyName: 'Alder & Sons', contact: { name: 'Ruth', phone: '555 0100' } });
    projectId = (await owner.post('/api/projects', { name: 'Okafor – Kitchen' })).body.id;
  });
  afterEach(() => {
    system.mail.refuseWith(null);
    system.mail.onMail = () => undefined;
  });
  afterAll(async () => {
    redis.disconnect();
    await system.stop();
  });

  const invite = async (message = 'Have a look.'): Promise<{ id: string; email: string }> => {
    const email = `anna-${randomUUID()}@home.example`;
    const { status, body } = await owner.post('/api/identity/invitations', {
      email,
      role: 'customer',
      projectId,
      message,
    });
    expect({ status, body }).toMatchObject({ status: 201 });
    return { id: body.id, email };
  };
  const mailsTo = (email: string): CaughtMail[] => system.mail.list().filter(({ to }) => to.includes(email));
  const arrived = (email: string, withinMs = 60_000): Promise<CaughtMail> =>
    system.mail.waitFor(({ to }) => to.includes(email), withinMs);
  const tokenIn = (mail: CaughtMail): string => /\/invite#([\w-]+)/.exec(mail.text)?.[1] ?? '';
  const rows = (invitationId: string): Promise<MailRow[]> =>
    system.sql<MailRow>('notifications', 'select * from mail where reference = $1 order by generation', [invitationId]);
  const row = (invitationId: string, fits: (row: MailRow) => boolean): Promise<MailRow> =>
    until(async () => (await rows(invitationId)).find(fits), 30_000, 'the mail did not get there');

  it('arrives with a link that works, once', async () => {
    const { id, email } = await invite();
    const mail = await arrived(email);
    expect(mail).toMatchObject({ to: [email], subject: 'Alder & Sons invites you to Okafor – Kitchen' });
    expect(mail.from).toMatch(/^Alder & Sons </);
    expect(mail.html).toContain('Accept Invitation');
    expect(mail.text).toContain('Ruth, Alder & Sons: 555 0100');

    const sent = await row(id, ({ state }) => state === 'sent');
    expect(sent).toMatchObject({ attempts: 1, fault: null, message_id: mail.messageId });
    const anna = system.client();
    const token = tokenIn(mail);
    expect(await anna.post('/api/identity/invitations/inspect', { token })).toMatchObject({
      status: 200,
      body: { email },
    });
    const accepted = await anna.post('/api/identity/invitations/accept', {
      token,
      name: 'Anna',
      password: 'correct horse battery',
    });
    expect(accepted).toMatchObject({ status: 201, body: { membership: { projectId, role: 'customer' } } });
    expect(mailsTo(email)).toHaveLength(1);

    anna.accessToken = accepted.body.accessToken;
    for (const path of ['/api/leads', '/api/leads/clients', '/api/leads/brand', `/api/leads/portals/${projectId}`])
      expect(await anna.get(path)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('shows HTML and MJML that somebody typed as the text it is', async () => {
    const message = '<script>alert(1)</script> <mj-include path="/etc/passwd" /> {{x}} [[acceptUrl]] & "quotes"';
    const { email } = await invite(message);
    const mail = await arrived(email);
    expect(mail.text).toContain(message);
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &lt;mj-include');
    expect(mail.html).not.toMatch(/<script|<mj-|root:/);
  });

  it('waits for a mail server that refuses, and keeps its Message-ID', async () => {
    system.mail.refuseWith('later, please');
    let refused: CaughtMail | undefined;
    system.mail.onMail = (mail) => void (refused = mail);
    const { id, email } = await invite();
    await row(id, ({ attempts, fault }) => attempts >= 1 && fault === 'smtp_451');
    expect(mailsTo(email)).toHaveLength(0);
    system.mail.refuseWith(null);
    expect((await arrived(email)).messageId).toBe(refused?.messageId);
    expect(await row(id, ({ state }) => state === 'sent')).toMatchObject({ fault: null });
  });

  it('keeps its token out of every table, queue and log', async () => {
    system.mail.refuseWith('later, please');
    const tokens: string[] = [];
    system.mail.onMail = (mail) => void tokens.push(tokenIn(mail));
    const { id, email } = await invite('CANARY-message');
    await row(id, ({ attempts }) => attempts >= 1);
    const [token = ''] = tokens;
    expect(token.length).toBeGreaterThan(60);
    // The MAC alone would be enough to make the link again.
    const secrets = [token, token.slice(-40)];

    const stored = await everythingIn(redis);
    expect(stored).toMatch(/"mailId":"[0-9a-f-]{36}"/);
    for (const secret of [...secrets, email, 'CANARY']) expect(stored).not.toContain(secret);

    system.mail.refuseWith(null);
    await arrived(email);
    for (const service of services) {
      const dump = await dumpOf(service);
      for (const secret of secrets) expect(dump).not.toContain(secret);
      if (service === 'notifications') for (const hidden of [email, 'CANARY']) expect(dump).not.toContain(hidden);
    }
    const logs = (['identity', 'projects', 'leads', 'notifications'] as const)
      .flatMap((name) => system.logs(name))
      .join('\n');
    for (const secret of [...secrets, email]) expect(logs).not.toContain(secret);
  });

  it('arrives although its worker was killed in mid-send and Redis emptied; twice at most, with one Message-ID', async () => {
    system.mail.onMail = async () => {
      system.mail.onMail = () => undefined;
      await system.kill('notifications', 'SIGKILL');
    };
    const { id, email } = await invite();
    await until(() => !system.process('notifications').isRunning, 30_000, 'no mail was sent');
    await redis.flushall();
    await system.startService('notifications');
    await row(id, ({ state }) => state === 'sent');
    const copies = mailsTo(email);
    expect(copies.length).toBeGreaterThanOrEqual(1);
    expect(copies.length).toBeLessThanOrEqual(2);
    expect(new Set(copies.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('arrives although Redis lost the job while everything else went on', async () => {
    system.mail.refuseWith('later, please');
    const { id, email } = await invite();
    await row(id, ({ attempts }) => attempts >= 1);
    await redis.flushall();
    system.mail.refuseWith(null);
    // As it stands once the job is long overdue.
    await system.sql(
      'notifications',
      `update mail set next_attempt_at = now(), enqueued_at = now() - interval '1 minute' where reference = $1`,
      [id],
    );
    await arrived(email);
    await row(id, ({ state }) => state === 'sent');
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('arrives although Redis was away when the invitation was sent', async () => {
    await system.backing.stopRedis({ wipe: true });
    const { id, email } = await invite();
    await row(id, ({ state }) => state === 'queued');
    await system.backing.startRedis();
    await arrived(email);
    await row(id, ({ state }) => state === 'sent');
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('waits for leads and identity when they are away', async () => {
    await system.kill('leads');
    const { id, email } = await invite();
    await row(id, ({ attempts }) => attempts >= 1);
    await system.startService('leads');
    await arrived(email);
    await row(id, ({ state }) => state === 'sent');
  });

  it('is not sent when the invitation was sent anew or cancelled meanwhile', async () => {
    system.mail.refuseWith('later, please');
    const [again, cancelled] = [await invite(), await invite()];
    for (const { id } of [again, cancelled]) await row(id, ({ attempts }) => attempts >= 1);
    expect((await owner.post(`/api/identity/invitations/${again.id}/resend`)).status).toBeLessThan(300);
    expect((await owner.delete(`/api/identity/invitations/${cancelled.id}`)).status).toBeLessThan(300);
    system.mail.refuseWith(null);
    await row(cancelled.id, ({ state }) => state === 'skipped');
    await until(
      async () => (await rows(again.id)).map(({ state }) => state).join() === 'skipped,sent',
      60_000,
      'the mails of an invitation sent twice did not end as skipped and sent',
    );
    expect(mailsTo(again.email)).toHaveLength(1);
    expect(mailsTo(cancelled.email)).toHaveLength(0);
  });

  const dumpOf = async (service: (typeof services)[number]): Promise<string> => {
    const tables = await system.sql<{ name: string }>(
      service,
      `select table_name name from information_schema.tables where table_schema = current_schema()`,
    );
    const dumps = await Promise.all(
      tables.map(({ name }) => system.sql<{ line: string }>(service, `select t::text line from "${name}" t`)),
    );
    return dumps
      .flat()
      .map(({ line }) => line)
      .join('\n');
  };
});

/** Keys and values of everything that Redis holds, as one text. */
const everythingIn = async (redis: Redis): Promise<string> => {
  const parts: string[] = [];
  for (const key of await redis.keys('*')) {
    const type = await redis.type(key);
    parts.push(key);
    if (type === 'hash') parts.push(JSON.stringify(await redis.hgetall(key)).replaceAll('\\"', '"'));
    else if (type === 'string') parts.push((await redis.get(key)) ?? '');
    else if (type === 'list') parts.push(...(await redis.lrange(key, '0', '-1')));
    else if (type === 'zset') parts.push(...(await redis.zrange(key, '0', '-1')));
    else if (type === 'set') parts.push(...(await redis.smembers(key)));
    else if (type === 'stream') parts.push(JSON.stringify(await redis.xrange(key, '-', '+')));
  }
  return parts.join('\n');
};
