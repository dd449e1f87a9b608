import { TZDate } from '@date-fns/tz';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linkListSchema, type Link } from '@porchlight/contracts';
import { startSystem, until, type CaughtMail, type Client, type Reply, type System } from '@porchlight/testing';
import { addDays, format } from 'date-fns';
import { randomUUID } from 'node:crypto';
import { Builder } from '../../test-app/builder';
import { entryIn } from '../../test-app/entry-in';

const password = 'a long and quiet street';

describe('"mail me a new link"', () => {
  let system: System;
  let builder: Builder;
  beforeAll(async () => {
    const limits = { 'portal-gateway': { LIMIT_LINK_REQUESTS_EMAIL: '4' }, identity: { LIMIT_LINK_MAILS: '3' } };
    system = await startSystem({ env: limits });
    builder = await Builder.start(system);
  });
  afterAll(() => system?.stop());

  const newAddress = (): string => `${randomUUID().slice(0, 8)}@home.example`;
  const ask = (email: unknown, projectId = builder.projectId, more: object = {}): Promise<Reply> =>
    system.client().post(`/api/portal/${projectId}/link-requests`, { email, ...more });
  const mailsTo = (email: string): CaughtMail[] => system.mail.list().filter(({ to }) => to.includes(email));
  const linkOf = async (id: string): Promise<Link | undefined> =>
    linkListSchema.parse((await builder.client.get(builder.api('/links'))).body).items.find((link) => link.id === id);
  /** What the bell tells of somebody who asked. */
  const told = async (subject: string): Promise<string[]> => {
    const { items } = (await builder.client.get('/api/notifications/notices')).body;
    return items
      .filter((notice: { subject: string }) => notice.subject === subject)
      .map(({ kind }: { kind: string }) => kind)
      .filter((kind: string) => kind.startsWith('link'));
  };
  const toldOnce = (subject: string, kind: string) =>
    until(async () => (await told(subject)).join() === kind, 10_000, `the bell does not tell of ${subject}`);
  /** Every request so far has been decided: what comes of it stands in identity's outbox. */
  const allDecided = () =>
    until(
      async () => (await system.sql('portal-gateway', 'select 1 from link_request')).length === 0,
      15_000,
      'requests are still waiting',
    );
  /** What identity made of requests about this link or project, in order. */
  const outcomes = async (about: string): Promise<string[]> => {
    const rows = await system.sql<{ envelope: string }>(
      'identity',
      `select envelope::text from outbox where type = 'identity.link.requested.v1' and envelope::text like $1 order by id`,
      [`%${about}%`],
    );
    return rows.map(({ envelope }) => JSON.parse(envelope).data.outcome);
  };
  const join = async (name: string): Promise<{ email: string; personId: string; client: Client }> => {
    const email = newAddress();
    await builder.client.post('/api/identity/invitations', { email, role: 'customer', projectId: builder.projectId });
    const mail = await system.mail.waitFor(({ to }) => to.includes(email));
    const token = /\/invite#([\w-]+)/.exec(mail.text)?.[1];
    const client = system.client();
    const { body } = await client.post('/api/identity/invitations/accept', { token, name, password });
    client.accessToken = body.accessToken;
    return { email, personId: body.person.id, client };
  };
  const linkIn = ({ text }: CaughtMail): string => /https?:\/\/\S+\/portal\/\S+/.exec(text)?.[0] ?? 'no link';

  it('brings a rotated link, as it is now, to its own address', async () => {
    const email = newAddress();
    const { id, url } = await builder.link({ email });
    await builder.client.post(builder.api(`/links/${id}/rotate`));
    const dead = await system.client().get(url);
    expect([dead.status, entryIn(dead.body)]).toMatchObject([410, { state: 'dead_link', reason: 'revoked' }]);
    const answer = await ask(` ${email.toUpperCase()} `);
    expect([answer.status, answer.body]).toEqual([202, {}]);
    const mail = await system.mail.waitFor(({ to }) => to.includes(email));
    expect(mail.subject).toBe('Your link to Lakeside kitchen');
    expect(linkIn(mail)).toBe((await linkOf(id))?.url);
    expect(mail.html).toContain(linkIn(mail));
    expect((await system.client().get(linkIn(mail))).status).toBe(303);
    expect(mail.to).toEqual([email]);
  });

  it('makes a link that ran out good for 14 more days where the project is, and tells the builder', async () => {
    const email = newAddress();
    const { id, url } = await builder.link({ email, label: 'The Novaks', endsOn: '2999-12-31' });
    await system.sql('portal-gateway', `update share_link set ends_on = '2020-02-29' where id = $1`, [id]);
    const { timeZone } = (await builder.client.get(`/api/projects/${builder.projectId}`)).body;
    const days = (): string[] => [0, 1].map((more) => lastDay(timeZone, more));
    const before = days();
    await ask(email);
    const mail = await system.mail.waitFor(({ to }) => to.includes(email));
    expect((await system.client().get(linkIn(mail))).status).toBe(303);
    const renewed = await linkOf(id);
    expect(renewed?.status).toBe('active');
    // Midnight may have passed meanwhile.
    expect(before).toContain(renewed?.endsOn);
    expect(mail.text).toContain(`until the end of`);
    await toldOnce('The Novaks', 'link_renewed');
    // Who has kept the old address is not let in with them.
    expect((await system.client().get(url)).status).toBe(410);
  });

  it('shows a current customer where to sign in, with no secret in the mail', async () => {
    const { email } = await join('Anna Novak');
    await ask(email);
    const mail = await system.mail.waitFor(({ to, subject }) => to.includes(email) && subject.startsWith('Sign in'));
    const query = new URLSearchParams({ email, to: builder.page() });
    expect(mail.text).toContain(`${system.origin}/sign-in?${query.toString()}\n`);
    expect(mail.text).not.toContain('token');
  });

  it('sends nothing about a revoked link, and tells the builder once a day', async () => {
    const email = newAddress();
    const { id } = await builder.link({ email, label: 'The Okafors' });
    await builder.revoke(id);
    for (let count = 0; count < 3; count += 1) expect((await ask(email)).status).toBe(202);
    await toldOnce('The Okafors', 'link_asked_revoked');
    await allDecided();
    expect(await outcomes(id)).toEqual(['revoked', 'revoked', 'revoked']);
    expect(await told('The Okafors')).toEqual(['link_asked_revoked']);
    expect(mailsTo(email)).toEqual([]);
  });

  it('sends nothing by a link that ran out to who was shut out after it was made', async () => {
    const email = newAddress();
    const old = await builder.link({ email, label: 'Before', endsOn: '2999-12-31' });
    const { id } = await builder.link({ email, label: 'The Lees' });
    await builder.revoke(id);
    await system.sql('portal-gateway', `update share_link set ends_on = '2020-02-29' where id = $1`, [old.id]);
    await ask(email);
    await toldOnce('The Lees', 'link_asked_revoked');
    await allDecided();
    expect(await outcomes(old.id)).toEqual([]);
    expect(mailsTo(email)).toEqual([]);
  });

  it('sends nothing to who was removed, not by a link that was left alone either', async () => {
    const { email, personId } = await join('Olaf Removed');
    await builder.link({ email, label: 'Left alone' });
    const removed = await builder.client.delete(`/api/identity/projects/${builder.projectId}/members/${personId}`);
    expect(removed.status).toBe(204);
    const before = mailsTo(email).length;
    await ask(email);
    await toldOnce('Olaf Removed', 'link_asked_removed');
    await allDecided();
    expect(mailsTo(email)).toHaveLength(before);
    // Made for them since: the builder wants them in.
    const { url } = await builder.link({ email, label: 'Made since' });
    await ask(email);
    const mail = await system.mail.waitFor(({ to, subject }) => to.includes(email) && subject.startsWith('Your link'));
    expect(linkIn(mail)).toBe(url);
  });

  it('says the same to everybody, and does nothing for strangers and foreign projects', async () => {
    const known = newAddress();
    const { id } = await builder.link({ email: known });
    const foreign = await Builder.start(system);
    const replies = [
      await ask(known),
      await ask(newAddress()),
      await ask(known, foreign.projectId),
      await ask(known, randomUUID()),
      await ask(builder.client.email),
    ];
    const shape = ({ status, body, headers }: Reply) => {
      const ofEachAnswer = ['date', 'x-correlation-id'];
      return { status, body, headers: [...headers].filter(([name]) => !ofEachAnswer.includes(name)) };
    };
    for (const reply of replies) expect(shape(reply)).toEqual({ ...shape(replies[0] as Reply), status: 202 });
    await allDecided();
    await system.mail.waitFor(({ to }) => to.includes(known));
    expect(await outcomes(id)).toEqual(['link']);
    expect(await outcomes(foreign.projectId)).toEqual([]);
    expect(mailsTo(known)).toHaveLength(1);
    expect(mailsTo(builder.client.email).filter(({ subject }) => /link|Sign in/.test(subject))).toEqual([]);
  });

  it('tells who asks too often to wait, in the same words whether the address is known or not', async () => {
    const known = newAddress();
    const { id } = await builder.link({ email: known });
    const told = await Promise.all(
      [known, newAddress()].map(async (email) => {
        for (let count = 0; count < 4; count += 1) expect((await ask(email)).status).toBe(202);
        const { status, body, headers } = await ask(email);
        return { status, body: { ...body, correlationId: '' }, waits: Number(headers.get('retry-after')) > 3_000 };
      }),
    );
    expect(told[0]).toMatchObject({ status: 429, body: { code: 'too_many_requests' }, waits: true });
    expect(told[1]).toEqual(told[0]);
    await allDecided();
    await system.mail.waitFor(({ to }) => to.includes(known));
    // Of many requests a few come to a mail…
    expect(await outcomes(id)).toEqual(['link', 'link', 'link']);
    // …and somebody impatient is mailed once; past the end of ten minutes, twice.
    expect(mailsTo(known).length).toBeLessThan(3);
  });

  it('is mailed in the language of the page it was asked for on, which is kept no longer', async () => {
    const email = newAddress();
    await builder.link({ email });
    await ask(email, builder.projectId, { language: 'es' });
    const mail = await system.mail.waitFor(({ to }) => to.includes(email));
    expect(mail.subject).toBe('Su enlace a Lakeside kitchen');
    expect(mail.html).toContain('lang="es"');
    const customer = await join('Ana Robles');
    await ask(customer.email, builder.projectId, { language: 'es' });
    await system.mail.waitFor(({ to, subject }) => to.includes(customer.email) && subject.startsWith('Inicie sesión'));
    await allDecided();
    const kept = () => system.sql('notifications', 'select 1 from mail where language is not null');
    await until(async () => (await kept()).length === 0, 10_000, 'the language is still kept');
  });

  it('tells the builder of a mail that came back, at the link as well, until one went out again', async () => {
    const email = newAddress();
    const { id } = await builder.link({ email, label: 'The Lost' });
    expect((await linkOf(id))?.undeliveredAt).toBeNull();
    system.mail.refuseRecipient(email);
    await ask(email);
    await until(
      async () => typeof (await linkOf(id))?.undeliveredAt === 'string',
      15_000,
      'the link says nothing of it',
    );
    await toldOnce('The Lost', 'link_undelivered');
    system.mail.acceptRecipient(email);
    await builder.client.post(builder.api(`/links/${id}/rotate`));
    await ask(email);
    await system.mail.waitFor(({ to }) => to.includes(email));
    expect((await linkOf(id))?.undeliveredAt).toBeNull();
  });

  it('does not bring a link back whose last day passed while its mail waited, and tells the builder', async () => {
    const email = newAddress();
    const { id } = await builder.link({ email, label: 'The Late', endsOn: '2999-12-31' });
    await system.kill('notifications');
    await ask(email);
    await until(async () => (await outcomes(id)).join() === 'link', 15_000, 'identity has not decided');
    await system.sql('portal-gateway', `update share_link set ends_on = '2020-02-29' where id = $1`, [id]);
    await system.startService('notifications');
    await toldOnce('The Late', 'link_asked_ended');
    expect(await linkOf(id)).toMatchObject({ status: 'expired', endsOn: '2020-02-29' });
    expect(mailsTo(email)).toEqual([]);
  });

  it.each([
    [{}],
    [{ email: '' }],
    [{ email: 'anna' }],
    [{ email: 'a@b.example, c@d.example' }],
    [{ email: 'a@b.example\r\nBcc: c@d.example' }],
    [{ email: ['a@b.example'] }],
    [{ email: 'a@b.example', projectId: randomUUID() }],
    [{ email: 'a@b.example', language: 'fr' }],
  ])('is refused for %j', async (body) => {
    const { status, body: problem } = await system.client().post(builder.api('/link-requests'), body);
    expect([status, problem.code]).toEqual([400, 'invalid_request']);
  });

  it('waits for identity, and for a gateway that dies meanwhile', async () => {
    const email = newAddress();
    const { url } = await builder.link({ email });
    await system.kill('identity');
    expect((await ask(email)).status).toBe(202);
    // Tried in vain, and still there.
    const tried = () => system.sql('portal-gateway', 'select 1 from link_request where next_try_at > asked_at');
    await until(async () => (await tried()).length === 1, 10_000, 'the request was not tried, or is lost');
    await system.kill('portal-gateway');
    await Promise.all([system.startService('identity'), system.startService('portal-gateway')]);
    const mail = await system.mail.waitFor(({ to }) => to.includes(email), 30_000);
    expect(linkIn(mail)).toBe(url);
    await allDecided();
  });
});

const lastDay = (timeZone: string, more: number): string =>
  format(addDays(new TZDate(new Date(), timeZone), 14 + more), 'yyyy-MM-dd');
