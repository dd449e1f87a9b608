import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishAgain, startSystem, until, type Client, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { findSecrets } from './decode';
import { keptPlaces } from './kept-places';
import { mailsTo } from './surfaces';
import { Viewer } from './viewer';

const holder = 'anna@home.example';
const tokenIn = (url: string): string => new URL(url).searchParams.get('token') ?? '';

/** A link lives: it is made, opened, shared, rotated, mailed and revoked. Its token is kept nowhere (P5). */
describe('the token of a link', () => {
  const tokens: Record<string, string> = {};
  let system: System;
  let owner: Client;
  let api: string;
  let viewer: Viewer;

  const found = async (): Promise<string[]> =>
    findSecrets(tokens, await keptPlaces(system)).map(({ secret, where }) => `${secret} in ${where}`);

  beforeAll(async () => {
    system = await startSystem();
    owner = system.client();
    await owner.register({ companyName: 'Alder & Sons', contact: { phone: '+1 303 555 0142' } });
    const projectId = (await owner.post('/api/projects', { name: 'Maple Street' })).body.id;
    api = `/api/portal/${projectId}`;
    viewer = new Viewer(system, projectId);
  });
  afterAll(async () => {
    viewer?.close();
    await system?.stop();
  });

  it('stands in no table, queue, stream or log, from its making to its end', async () => {
    const made = (await owner.post(`${api}/links`, { label: 'Anna & Ben', email: holder })).body;
    tokens['the first token'] = tokenIn(made.url);
    await viewer.open(made.url);
    await viewer.watch();
    await viewer.poke();
    // By another host, beside the proxy, and cut short.
    await fetch(made.url.replace(system.origin, system.url('portal-gateway')), { redirect: 'manual' });
    await viewer.request('GET', `${new URL(made.url).pathname}?token=${tokenIn(made.url).slice(0, 40)}`);
    const rotated = (await owner.post(`${api}/links/${made.id}/rotate`)).body;
    tokens['the token after it'] = tokenIn(rotated.url);
    await viewer.request('GET', new URL(made.url).pathname + new URL(made.url).search);
    expect(new Set(Object.values(tokens)).size).toBe(2);
    expect(await found()).toEqual([]);
  });

  it('stands nowhere while the mail with it waits for the mail server, and in that mail alone at last', async () => {
    system.mail.refuseWith('try again later');
    expect((await system.client().post(`${api}/link-requests`, { email: holder })).status).toBe(202);
    const waiting = () =>
      system.sql(
        'notifications',
        `select 1 from mail where kind = 'portal_link' and state = 'queued' and attempts > 0`,
      );
    await until(async () => (await waiting()).length > 0, 20_000, 'the mail was not tried');
    const places = await keptPlaces(system);
    expect(places.filter(({ where }) => where.startsWith('redis')).length).toBeGreaterThan(0);
    expect(findSecrets(tokens, places)).toEqual([]);
    system.mail.refuseWith(null);
    await system.mail.waitFor(({ to, text }) => to.includes(holder) && text.includes('?token='));
    expect(findSecrets(tokens, mailsTo(system, holder)).map(({ secret }) => secret)).toEqual(['the token after it']);
    const others = system.mail.list().filter(({ to }) => !to.includes(holder));
    expect(findSecrets(tokens, [{ where: 'other mails', text: JSON.stringify(others) }])).toEqual([]);
    expect(await found()).toEqual([]);
  });

  it('would be found wherever it were kept', async () => {
    const [planted = ''] = Object.values(tokens);
    const id = randomUUID();
    await system.sql(
      'portal-gateway',
      `insert into link_request values ($1, $1, $2, now(), now() + interval '1 day')`,
      [id, Buffer.from(planted).toString('base64')],
    );
    const redis = new Redis(system.redisUrl);
    await redis.hset('planted', { data: encodeURIComponent(JSON.stringify({ planted })) });
    redis.disconnect();
    await publishAgain(system, 'projects', [
      { type: 'projects.note.changed.v1', envelope: JSON.stringify({ id, planted: [...planted].reverse().join('') }) },
    ]);
    // What a log is known to say.
    const [mail] = await system.sql<{ id: string }>('notifications', `select id from mail where kind = 'portal_link'`);
    tokens['the mail'] = mail?.id ?? 'no mail';
    const places = (await found()).map((what) => what.replace(/ \d+$/, ''));
    expect(places).toEqual(
      expect.arrayContaining([
        'the first token in table gateway.link_request',
        'the first token in redis planted',
        'the first token in PROJECTS',
        'the mail in log of notifications',
      ]),
    );
  });
});
