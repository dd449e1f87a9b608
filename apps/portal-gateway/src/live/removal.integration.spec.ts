import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type Reply, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { Builder, openLink } from '../../test-app/builder';
import { joinAsCustomer } from '../../test-app/customer';
import { OpenScreen } from '../../test-app/open-screen';

let system: System;
let builder: Builder;

beforeAll(async () => {
  system = await startSystem({
    services: ['identity', 'projects', 'leads', 'portal-gateway'],
    gateways: 2,
    env: { identity: { SMTP_CONFIGURED: 'false' } },
  });
  builder = await Builder.start(system);
});
afterAll(() => system.stop());

const cookieOf = (client: Client, at = builder): string => client.cookies.headerFor(at.api());

/** A screen on each gateway. */
const screensOn = (cookie: string, at = builder): Promise<OpenScreen[]> =>
  Promise.all(
    system.gateways.map(({ url }) => OpenScreen.open({ url, projectId: at.projectId, cookie, origin: system.origin })),
  );

const member = (personId: string, links: readonly string[] = []): string =>
  `/api/identity/projects/${builder.projectId}/members/${personId}${links.length > 0 ? `?links=${links.join()}` : ''}`;

const statusOf = async (url: string): Promise<number> => (await system.client().get(url)).status;

const expectClosed = async (screens: readonly OpenScreen[], unseen: string): Promise<void> => {
  for (const screen of screens) {
    await screen.closed(1_000);
    expect(screen.closing).toMatchObject({ reason: 'revoked' });
    expect(screen.name).not.toBe(unseen);
  }
};

describe('a customer who is removed with links of the household', () => {
  it('takes those links along before the answer, and no other', async () => {
    const { client, personId } = await joinAsCustomer(system, builder);
    await client.post(builder.api('/sessions'));
    const [named, kept, foreigner] = [await builder.link(), await builder.link(), await Builder.start(system)];
    const foreign = await foreigner.link();
    const [namedVisitor, keptVisitor] = [await openLink(system, named.url), await openLink(system, kept.url)];
    const foreignVisitor = await openLink(system, foreign.url);
    const ended = [...(await screensOn(cookieOf(client))), ...(await screensOn(cookieOf(namedVisitor)))];
    const staying = await screensOn(cookieOf(keptVisitor));
    const foreignScreens = await screensOn(cookieOf(foreignVisitor, foreigner), foreigner);

    const removed = await builder.client.delete(member(personId, [named.id, foreign.id, randomUUID()]));
    expect(removed.status).toBe(204);
    await builder.rename('After the household left');
    await foreigner.rename('Not concerned');
    await expectClosed(ended, 'After the household left');
    for (const screen of staying) await screen.shows('After the household left');
    for (const screen of foreignScreens) await screen.shows('Not concerned');
    expect(await Promise.all([named, kept, foreign].map(({ url }) => statusOf(url)))).toEqual([410, 303, 303]);
    for (const screen of [...staying, ...foreignScreens]) screen.end();
  });

  it('takes them along although they never opened the portal', async () => {
    const { personId } = await joinAsCustomer(system, builder);
    const named = await builder.link();
    const screens = await screensOn(cookieOf(await openLink(system, named.url)));
    expect((await builder.client.delete(member(personId, [named.id]))).status).toBe(204);
    await builder.rename('After somebody unseen left');
    await expectClosed(screens, 'After somebody unseen left');
    expect(await statusOf(named.url)).toBe(410);
  });

  it('takes them along where all gateways, and then identity, were dead', async () => {
    const { client, personId } = await joinAsCustomer(system, builder);
    await client.post(builder.api('/sessions'));
    const named = await builder.link();
    await Promise.all(system.gateways.map((gateway) => gateway.kill('SIGKILL')));
    const removed = await builder.client.delete(member(personId, [named.id]));
    expect([removed.status, removed.body]).toEqual([202, { status: 'pending' }]);
    await system.kill('identity');
    await Promise.all([...system.gateways.map((gateway) => gateway.start()), system.startService('identity')]);
    await until(async () => (await statusOf(named.url)) === 410, 10_000, 'the link still opens');
    expect((await client.get(builder.api())).status).toBe(410);
    const pending = () => system.sql('identity', 'select 1 from portal_revocation');
    await until(async () => (await pending()).length === 0, 10_000, 'the removal is still pending');
  });
});

describe('a customer who becomes a subcontractor', () => {
  it('loses every screen and the link of their own before the answer, and can get both back', async () => {
    const { client, personId } = await joinAsCustomer(system, builder);
    const become = (role: string): Promise<Reply> => builder.client.patch(member(personId), { role });
    await client.post(builder.api('/sessions'));
    const own = (await client.post(builder.api('/share'))).body.url;
    const friend = await openLink(system, own);
    const named = await builder.link();
    const staying = await screensOn(cookieOf(await openLink(system, named.url)));
    const ended = [...(await screensOn(cookieOf(client))), ...(await screensOn(cookieOf(friend)))];

    expect((await become('subcontractor')).status).toBe(204);
    await builder.rename('After the change');
    await expectClosed(ended, 'After the change');
    for (const screen of staying) await screen.shows('After the change');
    expect(await statusOf(own)).toBe(410);
    expect((await client.get(builder.api())).status).toBe(410);
    expect((await client.post(builder.api('/sessions'))).status).toBe(403);

    expect((await become('customer')).status).toBe(204);
    expect((await client.post(builder.api('/sessions'))).status).toBe(201);
    const anew = (await client.post(builder.api('/share'))).body.url;
    expect([await statusOf(own), await statusOf(anew)]).toEqual([410, 303]);
    for (const screen of staying) screen.end();
  });
});

describe('staff who are removed', () => {
  it('lose the previews of every project of that company, and no other portal', async () => {
    const second = await builder.client.post('/api/projects', { name: 'Attic' });
    const manager = system.client();
    await manager.register();
    const own = await manager.post('/api/projects', { name: 'Their own' });
    const invited = await builder.client.post('/api/identity/invitations', {
      email: manager.email,
      role: 'manager',
      companyId: builder.companyId,
    });
    const token = new URL(invited.body.acceptUrl).hash.slice(1);
    const { body } = await manager.post('/api/identity/invitations/accept', { token });
    manager.accessToken = body.accessToken;
    const previews = await Promise.all(
      [builder.projectId, second.body.id, own.body.id].map(async (projectId: string) => {
        await manager.post(`/api/portal/${projectId}/sessions`);
        const cookie = manager.cookies.headerFor(`/api/portal/${projectId}`);
        const { url } = system.gateways[0] ?? { url: '' };
        return OpenScreen.open({ url, projectId, cookie, origin: system.origin });
      }),
    );
    const removed = await builder.client.delete(`/api/identity/companies/${builder.companyId}/staff/${body.person.id}`);
    expect(removed.status).toBe(204);
    await expectClosed(previews.slice(0, 2), 'never');
    await manager.patch(`/api/projects/${own.body.id}`, { name: 'Still theirs' }, { ifMatch: 1 });
    await previews[2]?.shows('Still theirs');
    previews[2]?.end();
  });
});
