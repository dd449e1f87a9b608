import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishAgain, startSystem, until, type Reply, type System } from '@porchlight/testing';
import { randomBytes, randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { tally, told } from './answer';
import { flood, type Attack } from './attack';
import { uploads } from './attacks-by-files';
import { accepting, inviting, signingIn } from './attacks-on-accounts';
import { portalLinks, publishing, screens, thrownOut } from './attacks-on-portals';
import { publicForms } from './attacks-on-forms';
import { badInput, forgeries, nowhere, protectedRoutes } from './attacks-on-services';
import { forge } from './forged-tokens';
import { asSigningKeys, newSigner, Scene } from './scene';
import { closed, connect } from './screen';

/** The table of expected answers, from the outside: through the edge, against all services. */
describe('an attack', () => {
  const signer = newSigner();
  let system: System;
  let scene: Scene;
  beforeAll(async () => {
    const limits = { LIMIT_SIGN_IN_STRANGERS: '8', LIMIT_RESETS: '8', LIMIT_INVITATIONS: '60', LIMIT_LINKS: '250' };
    system = await startSystem({
      env: {
        identity: { SIGNING_KEYS: asSigningKeys(signer), ...limits },
        'portal-gateway': { LIMIT_LINK_REQUESTS_NETWORK: '12' },
      },
    });
    scene = await Scene.set(system);
  });
  afterAll(() => system?.stop());

  const run = async ([, answers, attempt]: Attack): Promise<void> => {
    const replies = [await attempt(scene)].flat() as Reply[];
    expect(tally(replies)).toEqual(typeof answers === 'string' ? { [answers]: 1 } : answers);
  };
  const table = (name: string, attacks: readonly Attack[]): void => {
    describe(name, () => {
      it.each(attacks.map((attack) => [attack[0], attack] as const))('%s', (_what, attack) => run(attack));
    });
  };

  table('by inviting', inviting);
  table('by accepting', accepting);
  table('by signing in', signingIn);
  table('by a public form', publicForms);
  table('by a portal link', portalLinks);
  table('by a screen, before the upgrade:', screens);
  table('by publishing and sharing', publishing);
  table('by uploading', uploads);
  table('by bad input to', badInput);
  table('by a route that is not there, below', nowhere);

  it.each(thrownOut)('by a screen %s closes it with %i', async (_what, code, attempt) => {
    expect((await attempt(scene)).status).toBe(code);
  });

  it('by markup in a message arrives as the text it is', async () => {
    const message = '<script>alert(1)</script> <mj-include path="/etc/passwd" /> <b>bold</b> {{acceptUrl}} &amp;';
    const email = `${randomUUID()}@guest.example`;
    const { projectId } = scene.home;
    await scene.owner.post('/api/identity/invitations', { email, role: 'customer', projectId, message });
    const mail = await system.mail.waitFor(({ to }) => to.includes(email));
    expect(mail.text).toContain(message);
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &lt;mj-include path');
    expect(mail.html).not.toMatch(/<script|<mj-|<b>bold|root:/);
  });

  it('by a forged token is 401 at every service, and only for what is forged', async () => {
    const { good, forged } = forge(scene.owner.accessToken ?? '', signer);
    const client = system.client();
    for (const route of protectedRoutes(scene)) {
      client.accessToken = good;
      expect({ route, status: (await client.get(route)).status }).toEqual({ route, status: 200 });
      for (const [what, token] of forged) {
        client.accessToken = token;
        expect({ route, what, answer: told(await client.get(route)) }).toEqual({
          route,
          what,
          answer: '401 unauthenticated',
        });
      }
    }
  });

  it.each(forgeries)('by the credentials of %s for NATS, to tell %s, is not permitted', async (user, type) => {
    const envelope = JSON.stringify({ id: randomUUID(), type });
    await expect(publishAgain(system, user, [{ type, envelope }])).rejects.toThrow(/permission/i);
  });

  it('by reading nothing is cut off, and gets a whole view on coming back', async () => {
    const { projectId } = scene.home;
    const base = `/api/projects/${projectId}`;
    const big = { kind: 'information', section: 'planning' };
    for (let count = 0; count < 60; count += 1) {
      // Compressed it stays large.
      const detail = randomBytes(1_500).toString('base64');
      await scene.owner.post(`${base}/items`, { ...big, detail, title: `Item ${count}` });
    }
    const visitor = await scene.visitor((await scene.link()).url);
    const headers = { cookie: visitor.cookies.headerFor(`/api/portal/${projectId}`) ?? '', origin: system.origin };
    const open = async (): Promise<WebSocket> => {
      const socket = await connect({ origin: system.url('portal-gateway'), projectId, headers });
      if (!(socket instanceof WebSocket)) throw new Error(`refused with ${socket.status}`);
      return socket;
    };
    const deaf = await open();
    deaf.pause();
    const cut = closed(deaf);
    let { version } = (await scene.owner.get(base)).body;
    for (let count = 0; count < 120; count += 1) {
      const renamed = await scene.owner.patch(base, { name: `Maple Street ${count}` }, { ifMatch: version });
      version = renamed.body.version;
    }
    const received: string[] = [];
    deaf.on('message', (bytes: Buffer) => received.push(bytes.toString()));
    deaf.resume();
    expect(await cut).not.toBe(1000);
    expect(received.some((frame) => frame.includes('Maple Street 119'))).toBe(false);
    // What is stored then is what somebody who comes back must see, at once and whole.
    const stored = async () => (await visitor.get(`/api/portal/${projectId}`)).body.name === 'Maple Street 119';
    await until(stored, 10_000, 'the last name did not reach the portal');
    const back = await open();
    const first = new Promise<string>((resolve) => back.once('message', (bytes: Buffer) => resolve(bytes.toString())));
    expect(JSON.parse(await first)).toMatchObject({ type: 'view', view: { name: 'Maple Street 119' } });
    back.terminate();
  });

  describe('by a flood', () => {
    it('of guesses at one account is told to wait; its owner, at a device that it knows, is not', async () => {
      const { email, password: right } = scene.stranger;
      const guess = () => scene.nobody.post('/api/identity/sessions', { email, password: 'wrong horse battery' });
      expect(told(await flood(guess))).toBe('429 too_many_requests');
      expect(told(await scene.nobody.post('/api/identity/sessions', { email, password: right }))).toBe(
        '429 too_many_requests',
      );
      expect(told(await scene.stranger.post('/api/identity/sessions', { email, password: right }))).toBe('201');
    });

    it('of password resets is told to wait', async () => {
      const ask = () => scene.nobody.post('/api/identity/password-resets', { email: `${randomUUID()}@home.example` });
      expect(told(await flood(ask))).toBe('429 too_many_requests');
    });

    it('of invitations is told to wait, and keeps no other company from inviting', async () => {
      const invite = () =>
        scene.owner.post('/api/identity/invitations', {
          email: `${randomUUID()}@home.example`,
          role: 'customer',
          projectId: scene.home.projectId,
        });
      expect(told(await flood(invite))).toBe('429 too_many_requests');
      const { projectId } = scene.foreign;
      const other = { email: `${randomUUID()}@home.example`, role: 'customer', projectId };
      expect(told(await scene.stranger.post('/api/identity/invitations', other))).toBe('201');
    });

    it('of requests for a new link is told to wait, whoever they name', async () => {
      const { projectId } = scene.home;
      const ask = () =>
        scene.nobody.post(`/api/portal/${projectId}/link-requests`, { email: `${randomUUID()}@home.example` });
      expect(told(await flood(ask))).toBe('429 too_many_requests');
      const named = await scene.nobody.post(`/api/portal/${projectId}/link-requests`, { email: scene.owner.email });
      expect(told(named)).toBe('429 too_many_requests');
    });

    it('of links made up is told to wait', async () => {
      expect(told(await flood(() => scene.inspect('made-up'), 300))).toBe('429 too_many_requests');
    });
  });
});
