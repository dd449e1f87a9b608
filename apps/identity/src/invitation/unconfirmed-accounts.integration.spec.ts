import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type Reply, type System } from '@porchlight/testing';
import { confirmationToken, resetToken, tokenKeys } from '../account/test-app/mailed-links';
import {
  ACCEPT,
  INSPECT,
  invite,
  mailedToken,
  me,
  newSite,
  signUp,
  signUpBy,
  someone,
  type Site,
} from './test-app/site';

describe('an account whose e-mail nobody ever confirmed', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({
      services: ['identity', 'projects', 'leads', 'portal-gateway'],
      env: { identity: { TOKEN_KEYS: tokenKeys } },
    });
  });
  afterAll(() => system.stop());

  const inspect = (token: string): Promise<Reply> => system.client().post(INSPECT, { token });

  /** Registers a company under somebody else's address. */
  const squatting = async (email: string): Promise<Client> => {
    const client = system.client();
    await client.register({ email });
    return client;
  };

  const mailedTo = async (at: Site, email: string): Promise<string> =>
    mailedToken(at, (await invite(at, { email })).body.id);

  it('is taken back by a reset: whoever took the address first is out, everywhere and at once, and the rightful one joins', async () => {
    const victim = someone();
    const attacker = await squatting(victim);
    const { password } = attacker;
    const elsewhere = system.client();
    await elsewhere.signIn(victim, password);
    const { person } = await me(attacker);
    const project = await attacker.post('/api/projects', { name: 'A trap' });
    const portal = `/api/portal/${project.body.id}`;
    await until(async () => (await attacker.post(`${portal}/sessions`)).status < 300, 15_000, 'no portal');
    expect((await attacker.get(portal)).status).toBe(200);
    const evil = someone();
    expect((await attacker.post('/api/identity/me/email', { email: evil, password })).status).toBe(202);
    expect((await system.client().post('/api/identity/password-resets', { email: victim })).status).toBe(202);

    const at = await newSite(system);
    const token = await mailedTo(at, victim);
    // A link that is worth one project must not be worth an account, which might own a company.
    expect((await inspect(token)).body).toMatchObject({ status: 'pending', known: true });
    const unproven = await system.client().post(ACCEPT, { token, ...signUp });
    expect([unproven.status, unproven.body.code]).toEqual([401, 'sign_in_required']);
    const reset = { token: await resetToken(system, victim), password: signUp.password };
    expect((await system.client().post('/api/identity/password-resets/complete', reset)).status).toBe(204);

    for (const client of [attacker, elsewhere]) {
      expect((await client.get('/api/identity/me')).status).toBe(401);
      expect((await client.post('/api/identity/sessions/refresh')).status).toBe(401);
    }
    expect((await attacker.get(portal)).status).toBe(401);
    const again = await system.client().post('/api/identity/sessions', { email: victim, password });
    expect([again.status, again.body.code]).toEqual([401, 'credentials_wrong']);
    const moved = await system
      .client()
      .post('/api/identity/email-confirmations/complete', { token: await confirmationToken(system, evil) });
    expect([moved.status, moved.body.code]).toEqual([410, 'link_used']);
    await until(async () => (await attacker.get('/api/projects')).status === 401, 1_000, 'the token still works');

    const home = system.client();
    await home.signIn(victim, signUp.password);
    expect((await home.post(ACCEPT, { token })).status).toBe(201);
    expect(await me(home)).toMatchObject({
      person: { id: person.id, email: victim },
      emailConfirmed: true,
      memberships: [{ role: 'owner' }, { role: 'customer', projectId: at.projectId }],
    });
    expect((await home.post('/api/identity/sessions/refresh')).status).toBe(200);
  });

  it('is confirmed by its own person who accepts while signed in, and keeps password and sessions', async () => {
    const email = someone();
    const owner = await squatting(email);
    const elsewhere = system.client();
    await elsewhere.signIn(email, owner.password);
    const at = await newSite(system);
    expect(await me(owner)).toMatchObject({ emailConfirmed: false });
    expect((await owner.post(ACCEPT, { token: await mailedTo(at, email) })).status).toBe(201);
    expect(await me(owner)).toMatchObject({ emailConfirmed: true, memberships: [{}, { projectId: at.projectId }] });
    expect((await elsewhere.get('/api/identity/me')).status).toBe(200);
  });

  it('keeps the address when it was confirmed: a later link asks to sign in', async () => {
    const [first, second] = [await newSite(system), await newSite(system)];
    const email = someone();
    const person = await signUpBy(first, await mailedTo(first, email));
    const token = await mailedTo(second, email);
    expect((await inspect(token)).body).toMatchObject({ status: 'pending', known: true });
    const stranger = await system.client().post(ACCEPT, { token, ...signUp });
    expect([stranger.status, stranger.body.code]).toEqual([401, 'sign_in_required']);
    expect((await person.get('/api/identity/me')).status).toBe(200);
    expect((await person.post(ACCEPT, { token })).status).toBe(201);
  });

  it('is refused somebody else who is signed in, and nothing changes', async () => {
    const email = someone();
    const owner = await squatting(email);
    const at = await newSite(system);
    const token = await mailedTo(at, email);
    const reply = await at.owner.post(ACCEPT, { token, ...signUp });
    expect([reply.status, reply.body.code]).toEqual([403, 'wrong_person']);
    expect((await owner.get('/api/identity/me')).status).toBe(200);
    expect((await inspect(token)).body).toMatchObject({ status: 'pending' });
  });
});
