import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linkListSchema, linkSchema } from '@porchlight/contracts';
import { startSystem, until, type Client, type System } from '@porchlight/testing';
import { v4, v7 } from 'uuid';
import { Builder, openLink } from '../../test-app/builder';
import { OpenScreen } from '../../test-app/open-screen';
import { entryIn } from '../../test-app/entry-in';

let system: System;
let builder: Builder;
let stranger: Builder;

beforeAll(async () => {
  system = await startSystem({ services: ['identity', 'projects', 'leads', 'portal-gateway'] });
  [builder, stranger] = [await Builder.start(system), await Builder.start(system)];
});
afterAll(() => system.stop());

const tampered = (token: string): string => token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
/** What a person's own company knows of them says nothing; here the gateway's copy is told directly. */
const grant = (client: Client, column: 'customer_of' | 'works_on', projectId: string) =>
  system.sql('portal-gateway', `update access set ${column} = array[$2]::uuid[] where person_id = $1`, [
    personIn(client.accessToken),
    projectId,
  ]);
const personIn = (token: string | null): string =>
  JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()).sub;

describe('a share link', () => {
  it('is made at once for a project just created, named and listed', async () => {
    const fresh = await Builder.start(system);
    const { status, body } = await fresh.client.post(fresh.api('/links'), {
      label: ' Anna & Ben ',
      email: 'Ann@Home.example',
    });
    expect(status).toBe(201);
    expect(linkSchema.parse(body)).toMatchObject({
      label: 'Anna & Ben',
      email: 'ann@home.example',
      kind: 'builder',
      status: 'active',
    });
    expect(body.url).toMatch(new RegExp(`^${system.origin}/portal/${fresh.projectId}\\?token=[\\w-]{71}$`));
    const list = linkListSchema.parse((await fresh.client.get(fresh.api('/links'))).body);
    expect(list.items).toEqual([body]);
  });

  it('is made once however often the same request comes', async () => {
    const options = { headers: { 'idempotency-key': v4() } };
    const wanted = { label: 'Twice' };
    const [first, second] = await Promise.all([
      builder.client.post(builder.api('/links'), wanted, options),
      builder.client.post(builder.api('/links'), wanted, options),
    ]);
    const third = await builder.client.post(builder.api('/links'), wanted, options);
    expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
    expect([first.body.id, second.body.id]).toEqual([third.body.id, third.body.id]);
    const { items } = linkListSchema.parse((await builder.client.get(builder.api('/links'))).body);
    expect(items.filter((link) => link.label === 'Twice')).toHaveLength(1);
  });

  it('pages through many', async () => {
    const many = await Builder.start(system);
    for (const label of ['a', 'b', 'c']) await many.link({ label });
    const first = linkListSchema.parse((await many.client.get(many.api('/links?limit=2'))).body);
    const rest = linkListSchema.parse(
      (await many.client.get(many.api(`/links?limit=2&cursor=${first.nextCursor}`))).body,
    );
    expect([...first.items, ...rest.items].map((link) => link.label)).toEqual(['a', 'b', 'c']);
    expect(rest.nextCursor).toBeNull();
  });

  it('opens with cookies of its own, on the clean address', async () => {
    const { url, token } = await builder.link();
    const visitor = system.client();
    const opened = await visitor.get(url);
    expect(opened.status).toBe(303);
    expect(opened.headers.get('location')).toBe(builder.page());
    expect(opened.headers.get('referrer-policy')).toBe('no-referrer');
    expect(opened.headers.get('cache-control')).toBe('no-store');
    const cookies = opened.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const [index, path] of [`/portal/${builder.projectId}`, `/api/portal/${builder.projectId}`].entries()) {
      expect(cookies[index]).toMatch(
        new RegExp(`^pl_${builder.projectId}=[\\w.-]+; Max-Age=34560000; Path=${path}; HttpOnly; SameSite=Lax$`),
      );
      expect(cookies[index]).not.toContain(token);
    }
    const page = await visitor.get(builder.page());
    expect(page.status).toBe(200);
    expect(entryIn(page.body)).toMatchObject({ state: 'view', viewer: 'link', view: { projectId: builder.projectId } });
    expect(page.headers.getSetCookie()).toEqual(cookies);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
  });

  it('shows when it was last opened: by whoever says that a hand touched the page, and by nothing that only loads it', async () => {
    const { id, url } = await builder.link();
    const openedAt = async () => {
      const { items } = linkListSchema.parse((await builder.client.get(builder.api('/links'))).body);
      return items.find((link) => link.id === id)?.lastOpenedAt;
    };
    const visitor = await openLink(system, url);
    await visitor.get(builder.page());
    await visitor.send('HEAD', builder.page());
    await visitor.send('HEAD', builder.api());
    await visitor.get(builder.api());
    await visitor.get(builder.api('/updates'));
    const screen = await OpenScreen.open({
      url: system.url('portal-gateway'),
      projectId: builder.projectId,
      cookie: visitor.cookies.headerFor(builder.api()),
      origin: system.origin,
    });
    await screen.shows('Lakeside kitchen');
    screen.end();
    expect((await system.client().post(builder.api('/visits'))).status).toBe(401);
    expect(await openedAt()).toBeNull();
    expect((await visitor.post(builder.api('/visits'))).status).toBe(204);
    expect(await openedAt()).not.toBeNull();
    await builder.revoke(id);
    expect((await visitor.post(builder.api('/visits'))).status).toBe(410);
  });

  it('answers every wrong token alike, and says nothing of the project', async () => {
    const { token } = await builder.link();
    const foreign = await stranger.link();
    const answers = await Promise.all(
      ['', 'x', tampered(token), token.slice(1), 'A'.repeat(71), foreign.token, `${token}%00`].map((wrong) =>
        system.client().get(builder.page(`?token=${wrong}`)),
      ),
    );
    const nowhere = await system.client().get(`/portal/${v7()}?token=${token}`);
    const shape = ({ status, body, headers }: typeof nowhere) => ({
      status,
      entry: entryIn(body),
      cookie: headers.getSetCookie(),
    });
    for (const answer of [...answers, nowhere])
      expect(shape(answer)).toEqual({ status: 404, entry: { state: 'dead_link', reason: 'unknown' }, cookie: [] });
  });

  it('refuses two tokens at once', async () => {
    const { token } = await builder.link();
    const { status, body } = await system.client().get(builder.page(`?token=${token}&token=${token}`));
    expect([status, body.code]).toEqual([400, 'invalid_request']);
  });

  it('dies by revocation and by rotation, names the company then, and no other link is touched', async () => {
    const [gone, turned, kept] = [await builder.link(), await builder.link(), await builder.link()];
    const visitors = await Promise.all([gone, turned, kept].map(({ url }) => openLink(system, url)));
    await builder.revoke(gone.id);
    await builder.revoke(gone.id);
    const rotated = await builder.client.post(builder.api(`/links/${turned.id}/rotate`));
    expect(rotated.status).toBe(200);
    expect(rotated.body.url).not.toBe(turned.url);
    for (const { url } of [gone, turned]) {
      const dead = await system.client().get(url);
      expect(dead.status).toBe(410);
      expect(entryIn(dead.body)).toMatchObject({
        state: 'dead_link',
        reason: 'revoked',
        company: { name: expect.any(String) },
      });
      expect(dead.headers.getSetCookie()).toEqual([]);
    }
    const statuses = await Promise.all(visitors.map(async (visitor) => (await visitor.get(builder.api())).status));
    expect(statuses).toEqual([410, 410, 200]);
    expect((await visitors[0]?.get(builder.page()))?.status).toBe(410);
    expect((await system.client().get(rotated.body.url)).status).toBe(303);
    expect((await builder.client.post(builder.api(`/links/${gone.id}/rotate`))).status).toBe(410);
  });

  it('runs out after its last day in the time zone of the project', async () => {
    const { id, url } = await builder.link({ endsOn: '2999-12-31' });
    const visitor = await openLink(system, url);
    await system.sql('portal-gateway', `update share_link set ends_on = '2020-02-29' where id = $1`, [id]);
    const dead = await system.client().get(url);
    expect([dead.status, entryIn(dead.body)]).toMatchObject([410, { state: 'dead_link', reason: 'expired' }]);
    expect((await visitor.get(builder.api())).body.code).toBe('link_expired');
    const late = await builder.client.post(builder.api('/links'), { label: 'Late', endsOn: '2020-02-29' });
    expect([late.status, late.body.errors]).toEqual([400, [{ path: 'endsOn', message: 'is over already' }]]);
  });

  it.each([
    [{}, 'label'],
    [{ label: '' }, 'label'],
    [{ label: 'Anna\r\nBcc: x' }, 'label'],
    [{ label: 'Anna', email: 'a@b.example, c@d.example' }, 'email'],
    [{ label: 'Anna', endsOn: 'tomorrow' }, 'endsOn'],
    [{ label: 'Anna', kind: 'customer' }, 'kind'],
  ])('is not made from %j', async (body, path) => {
    const answer = await builder.client.post(builder.api('/links'), body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.errors[0].path).toBe(path);
  });
});

describe('who may keep links', () => {
  const attempts = async (client: Client, linkId: string): Promise<number[]> =>
    Promise.all([
      client.get(builder.api('/links')).then(({ status }) => status),
      client.post(builder.api('/links'), { label: 'Mine' }).then(({ status }) => status),
      client.post(builder.api(`/links/${linkId}/rotate`)).then(({ status }) => status),
      client.delete(builder.api(`/links/${linkId}`)).then(({ status }) => status),
    ]);

  it('is nobody without a token, nor a link viewer', async () => {
    const { id, url } = await builder.link();
    expect(await attempts(system.client(), id)).toEqual([401, 401, 401, 401]);
    expect(await attempts(await openLink(system, url), id)).toEqual([401, 401, 401, 401]);
  });

  it('is no other builder: for them the project does not exist', async () => {
    const { id } = await builder.link();
    expect(await attempts(stranger.client, id)).toEqual([404, 404, 404, 404]);
    const foreign = await stranger.link();
    expect((await builder.client.delete(builder.api(`/links/${foreign.id}`))).status).toBe(404);
    expect((await builder.client.get(`/api/portal/${v7()}/links`)).status).toBe(404);
  });

  it.each(['works_on', 'customer_of'] as const)('is no other member of the project (%s)', async (column) => {
    const member = await Builder.start(system);
    await member.link();
    await grant(member.client, column, builder.projectId);
    expect(await attempts(member.client, (await builder.link()).id)).toEqual([403, 403, 403, 403]);
  });
});

describe('the portal', () => {
  it('is read-only, and known by version', async () => {
    const visitor = await openLink(system, (await builder.link()).url);
    const { status, body, headers } = await visitor.get(builder.api());
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe(`"${body.version}"`);
    expect(headers.get('cache-control')).toBe('no-store');
    const again = await visitor.get(builder.api(), { headers: { 'if-none-match': `"${body.version}"` } });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', `"${body.version}"`]);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of [builder.api(), builder.page()]) expect((await visitor.send(method, path)).status).toBe(405);
  });

  it('opens to no stranger', async () => {
    const visitor = await openLink(system, (await builder.link()).url);
    const cookie = visitor.cookies.headerFor(builder.api());
    expect((await system.client().get(builder.api())).status).toBe(401);
    expect((await system.client().get(stranger.api(), { headers: { cookie } })).status).toBe(401);
    const renamed = cookie.replace(builder.projectId, stranger.projectId);
    expect((await system.client().get(stranger.api(), { headers: { cookie: renamed } })).status).toBe(401);
    const page = await system.client().get(builder.page());
    expect([page.status, entryIn(page.body)]).toEqual([200, { state: 'no_access' }]);
    expect(entryIn((await system.client().get(`/portal/${v7()}`)).body)).toEqual({ state: 'no_access' });
  });

  it('keeps for ever only what is named by its content, and serves its page by no other name', async () => {
    const page = (await system.client().get(builder.page())).body;
    for (const [, file] of page.matchAll(/src="(main-[a-z0-9]{8}\.js)"/g)) {
      const { status, headers } = await system.client().get(`/portal/${file}`);
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    for (const name of ['index.html', 'main-ABCDEFGH.js', '../package.json', '%2e%2e/package.json'])
      expect((await system.client().get(`/portal/${name}`)).status).toBe(404);
  });

  it('sends a link that came by another host to the public one, its token unread', async () => {
    const { token } = await builder.link();
    const address = `${builder.page()}?token=${token}`;
    const answer = await fetch(new URL(address, system.url('portal-gateway')), { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([308, `${system.origin}${address}`]);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(system.logs('portal-gateway').join('\n')).not.toContain(token);
  });

  it('lets a previewing builder in, and whoever signs out, out', async () => {
    const preview = await builder.client.post(builder.api('/sessions'));
    expect(preview.body).toEqual({ url: `${system.origin}${builder.page()}`, viewer: 'builder' });
    expect(entryIn((await builder.client.get(builder.page())).body)).toMatchObject({
      state: 'view',
      viewer: 'builder',
    });
    expect((await builder.client.post(builder.api('/share'))).status).toBe(403);
    expect((await stranger.client.post(builder.api('/sessions'))).status).toBe(404);
    expect((await system.client().post(builder.api('/sessions'))).status).toBe(401);

    const leaver = await Builder.start(system);
    await leaver.client.post(leaver.api('/sessions'));
    expect((await leaver.client.get(leaver.api())).status).toBe(200);
    await leaver.client.delete('/api/identity/sessions/current');
    await until(async () => (await leaver.client.get(leaver.api())).status === 401, 5_000, 'still let in');
  });

  it('gives a link viewer their own link, and a customer one of their own for as long as they are one', async () => {
    const { url } = await builder.link();
    const visitor = await openLink(system, url);
    expect((await visitor.post(builder.api('/share'))).body).toEqual({ url });
    expect((await system.client().post(builder.api('/share'))).status).toBe(401);

    const customer = (await Builder.start(system)).client;
    await customer.post(builder.api('/sessions'));
    await grant(customer, 'customer_of', builder.projectId);
    expect((await customer.post(builder.api('/sessions'))).body.viewer).toBe('customer');
    const shares = await Promise.all([customer.post(builder.api('/share')), customer.post(builder.api('/share'))]);
    expect(shares[0]?.body).toEqual(shares[1]?.body);
    expect((await system.client().get(shares[0]?.body.url)).status).toBe(303);
    const { items } = linkListSchema.parse((await builder.client.get(builder.api('/links'))).body);
    expect(items.filter((link) => link.kind === 'customer')).toHaveLength(1);
  });
});
