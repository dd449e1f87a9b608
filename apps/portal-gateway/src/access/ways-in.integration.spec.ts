import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linkListSchema } from '@porchlight/contracts';
import { startSystem, until, type Client, type Reply, type System } from '@porchlight/testing';
import { Builder, openLink } from '../../test-app/builder';
import { joinAsCustomer } from '../../test-app/customer';
import { entryIn } from '../../test-app/entry-in';
import { OwnLinkHeld } from '../../test-app/own-link-held';

/** One browser, several ways in: all end well. */
describe('somebody with more than one way in', () => {
  let system: System;
  let builder: Builder;
  beforeAll(async () => {
    system = await startSystem({
      services: ['identity', 'projects', 'leads', 'portal-gateway'],
      env: { identity: { SMTP_CONFIGURED: 'false' } },
    });
    builder = await Builder.start(system);
  });
  afterAll(() => system?.stop());

  const viewerOf = async (client: Client, at = builder): Promise<string> => {
    const entry = entryIn((await client.get(at.page())).body);
    return entry.state === 'view' ? entry.viewer : entry.state;
  };
  const cookiesSet = ({ headers }: Reply): number => headers.getSetCookie().length;
  const lastOpened = async (id: string): Promise<string | null | undefined> =>
    linkListSchema.parse((await builder.client.get(builder.api('/links'))).body).items.find((link) => link.id === id)
      ?.lastOpenedAt;

  it('opens a link in an in-app browser and then elsewhere; the clean address alone opens nothing there', async () => {
    const { url } = await builder.link();
    const inApp = await openLink(system, url);
    const elsewhere = system.client();
    expect(await viewerOf(inApp)).toBe('link');
    expect(await viewerOf(elsewhere)).toBe('no_access');
    expect((await elsewhere.get(url)).status).toBe(303);
    expect([await viewerOf(elsewhere), await viewerOf(inApp)]).toEqual(['link', 'link']);
  });

  it('follows two projects in one browser, each by a cookie of its own', async () => {
    const second = await Builder.start(system);
    const [one, other] = [await builder.link(), await second.link()];
    const browser = await openLink(system, one.url);
    expect((await browser.get(other.url)).status).toBe(303);
    expect([await viewerOf(browser), await viewerOf(browser, second)]).toEqual(['link', 'link']);
    expect((await browser.get(second.api())).body.projectId).toBe(second.projectId);
    await builder.revoke(one.id);
    expect([await viewerOf(browser), await viewerOf(browser, second)]).toEqual(['dead_link', 'link']);
  });

  it('stays the signed-in customer when a link of the household is opened, and when that is revoked', async () => {
    const { client } = await joinAsCustomer(system, builder);
    await client.post(builder.api('/sessions'));
    const { id, url } = await builder.link();
    const opened = await client.get(url);
    expect([opened.status, opened.headers.get('location'), cookiesSet(opened)]).toEqual([303, builder.page(), 0]);
    expect(await viewerOf(client)).toBe('customer');
    await builder.revoke(id);
    expect(await viewerOf(client)).toBe('customer');
    expect((await client.get(url)).status).toBe(303);
    // Signed out, they are strangers to the dead link and friends of a living one.
    await client.delete('/api/identity/sessions/current');
    expect(await viewerOf(client)).toBe('no_access');
    expect((await client.get(url)).status).toBe(410);
    await client.get((await builder.link()).url);
    expect(await viewerOf(client)).toBe('link');
  });

  it('becomes the customer where a link was open before', async () => {
    const { client } = await joinAsCustomer(system, builder);
    await client.get((await builder.link()).url);
    expect(await viewerOf(client)).toBe('link');
    await client.post(builder.api('/sessions'));
    expect(await viewerOf(client)).toBe('customer');
  });

  it('is no visit of the household’s when the builder tries their link', async () => {
    const { id, url } = await builder.link();
    await builder.client.post(builder.api('/sessions'));
    expect((await builder.client.get(url)).status).toBe(303);
    expect(await viewerOf(builder.client)).toBe('builder');
    expect((await builder.client.post(builder.api('/visits'))).status).toBe(204);
    expect(await lastOpened(id)).toBeNull();
  });

  it('is not stopped by the dead link of an old message, and a stranger is', async () => {
    const { id, url } = await builder.link();
    const { body } = await builder.client.post(builder.api(`/links/${id}/rotate`));
    const visitor = await openLink(system, body.url);
    const again = await visitor.get(url);
    expect([again.status, again.headers.get('location'), cookiesSet(again)]).toEqual([303, builder.page(), 0]);
    expect(await viewerOf(visitor)).toBe('link');
    expect((await system.client().get(url)).status).toBe(410);
    // Made up, it is the same page for everybody.
    expect((await visitor.get(builder.page('?token=made-up'))).status).toBe(404);
  });

  it('takes the link opened last where both are links', async () => {
    const [first, second] = [await builder.link(), await builder.link()];
    const visitor = await openLink(system, first.url);
    expect(cookiesSet(await visitor.get(second.url))).toBe(2);
    await builder.revoke(first.id);
    expect(await viewerOf(visitor)).toBe('link');
  });

  it('loses the link of their own with their membership, for whoever has it', async () => {
    const { client, personId } = await joinAsCustomer(system, builder);
    await client.post(builder.api('/sessions'));
    const own = (await client.post(builder.api('/share'))).body.url;
    const friend = await openLink(system, own);
    const member = `/api/identity/projects/${builder.projectId}/members/${personId}`;
    expect((await builder.client.delete(member)).status).toBe(204);
    expect([await viewerOf(friend), await viewerOf(client)]).toEqual(['dead_link', 'no_access']);
    expect((await system.client().get(own)).status).toBe(410);
    expect((await friend.post(builder.api('/share'))).status).toBe(410);
    expect((await client.post(builder.api('/share'))).status).toBe(410);
  });

  it('keeps no link of their own that was asked for a moment before they were removed', async () => {
    const { client, personId } = await joinAsCustomer(system, builder);
    await client.post(builder.api('/sessions'));
    const held = await OwnLinkHeld.at(system, builder.projectId, personId);
    const shared = client.post(builder.api('/share'));
    await until(async () => (await held.waiting()) === 1, 5_000, 'nobody writes a link');
    let isRemoved = false;
    const member = `/api/identity/projects/${builder.projectId}/members/${personId}`;
    const removed = builder.client.delete(member).finally(() => (isRemoved = true));
    // Done already, or waiting for the link that is being written.
    await until(async () => isRemoved || (await held.waiting()) > 1, 10_000, 'the removal does not begin');
    await held.letGo();
    const { status, body } = await shared;
    expect([204, 202]).toContain((await removed).status);
    expect(status).toBe(200);
    await until(async () => (await system.client().get(body.url)).status === 410, 10_000, 'the link lives on');
  });

  it('is told that it is us, and whom to call, where nobody can say whether they are still signed in', async () => {
    const { client } = await joinAsCustomer(system, builder);
    await client.post(builder.api('/sessions'));
    const visitor = await openLink(system, (await builder.link()).url);
    await system.kill('identity');
    const away = await client.get(builder.page());
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '1']);
    const company = { name: expect.any(String), colors: expect.any(Object), contact: expect.any(Object) };
    expect(entryIn(away.body)).toEqual({ state: 'unavailable', company });
    expect(await viewerOf(visitor)).toBe('link');
    await system.startService('identity');
    await until(async () => (await viewerOf(client)) === 'customer', 10_000, 'they stay outside');
  });
});
