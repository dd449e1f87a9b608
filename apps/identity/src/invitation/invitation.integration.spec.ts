import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type Client, type Reply, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';

const INVITATIONS = '/api/identity/invitations';
const ACCEPT = `${INVITATIONS}/accept`;
const INSPECT = `${INVITATIONS}/inspect`;

interface Site {
  readonly owner: Client;
  readonly companyId: string;
  readonly projectId: string;
}

const someone = (): string => `${randomUUID().slice(0, 8)}@home.example`;
const tokenOf = ({ body }: Reply): string => new URL(body.acceptUrl).hash.slice(1);
const signUp = { name: 'Anna Home', password: 'a quiet evening porch' };

describe('invitations', () => {
  let system: System;
  beforeAll(async () => {
    // Without a mail server the answer carries the link, which is what these tests follow.
    system = await startSystem({ services: ['identity', 'projects'], env: { identity: { SMTP_CONFIGURED: 'false' } } });
  });
  afterAll(() => system.stop());

  const site = async (): Promise<Site> => {
    const owner = system.client();
    const { company } = await owner.register();
    const project = await owner.post('/api/projects', { name: 'Porch on Elm Street' });
    expect(project.status).toBe(201);
    return { owner, companyId: company.id, projectId: project.body.id };
  };

  const invite = (at: Site, wishes: object = {}): Promise<Reply> =>
    at.owner.post(INVITATIONS, { email: someone(), role: 'customer', projectId: at.projectId, ...wishes });

  /** Somebody who joined by invitation. */
  const joined = async (at: Site, role = 'customer', email = someone()): Promise<Client> => {
    const client = system.client();
    const accepted = await client.post(ACCEPT, { token: tokenOf(await invite(at, { role, email })), ...signUp });
    expect(accepted.status).toBe(201);
    Object.assign(client, { email, password: signUp.password, accessToken: accepted.body.accessToken });
    return client;
  };

  const memberships = (personId: string) =>
    system.sql('identity', 'select role, project_id from membership where person_id = $1 and removed_at is null', [
      personId,
    ]);

  describe('inviting', () => {
    it('is answered with the link where no mail goes out, and is listed', async () => {
      const at = await site();
      const invited = await invite(at, { email: 'Anna@Home.example', name: 'Anna', message: 'Welcome!' });
      expect(invited.status).toBe(201);
      expect(invited.body).toMatchObject({ email: 'anna@home.example', status: 'pending', role: 'customer' });
      expect(invited.body.acceptUrl).toMatch(new RegExp(`^${system.origin}/invite#[\\w-]{71}$`));
      expect(Date.parse(invited.body.expiresAt) - Date.parse(invited.body.sentAt)).toBe(7 * 86_400_000);
      const listed = await at.owner.get(`${INVITATIONS}?projectId=${at.projectId}`);
      expect(listed.body).toEqual({ items: [invited.body], nextCursor: null });
    });

    it('gives one invitation however often it is pressed', async () => {
      const at = await site();
      // Warm connections, or the presses come one after another.
      await Promise.all(Array.from({ length: 10 }, () => at.owner.get('/api/identity/me')));
      for (let round = 0; round < 5; round++) {
        const email = someone();
        const replies = await Promise.all(Array.from({ length: 10 }, () => invite(at, { email })));
        expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
        expect(new Set(replies.map(({ body }) => `${body.id} ${body.acceptUrl}`)).size).toBe(1);
      }
    });

    it('answers a batch one by one', async () => {
      const at = await site();
      const member = await joined(at);
      const { projectId } = at;
      const reply = await at.owner.post(`${INVITATIONS}/batch`, {
        invitations: [
          { email: someone(), role: 'customer', projectId },
          { email: 'two@home.example, three@home.example', role: 'customer', projectId },
          { email: member.email, role: 'customer', projectId },
          { email: someone(), role: 'customer', projectId: randomUUID() },
        ],
      });
      expect(reply.status).toBe(200);
      expect(reply.body.results).toMatchObject([
        { status: 'pending', id: expect.any(String), acceptUrl: expect.any(String) },
        { status: 'refused', error: { code: 'invalid_request', errors: [{ path: 'email' }] } },
        { status: 'refused', error: { code: 'already_member' } },
        { status: 'refused', error: { code: 'not_found' } },
      ]);
    });

    it("does not know another company's project", async () => {
      const [mine, theirs] = [await site(), await site()];
      const reply = await invite(mine, { projectId: theirs.projectId });
      expect(reply.status).toBe(404);
      const unknown = await invite(mine, { projectId: randomUUID() });
      expect({ ...unknown.body, correlationId: '' }).toEqual({ ...reply.body, correlationId: '' });
      expect((await mine.owner.get(`${INVITATIONS}?projectId=${theirs.projectId}`)).status).toBe(404);
      expect((await mine.owner.get(`/api/identity/projects/${theirs.projectId}/members`)).status).toBe(404);
    });

    it("hides another company's invitation as if it did not exist", async () => {
      const [mine, theirs] = [await site(), await site()];
      const { id } = (await invite(theirs)).body;
      for (const path of [`${INVITATIONS}/${id}`, `${INVITATIONS}/${randomUUID()}`]) {
        const resent = await mine.owner.post(`${path}/resend`);
        const revoked = await mine.owner.delete(path);
        expect([resent.status, resent.body.detail]).toEqual([404, 'There is no such invitation.']);
        expect([revoked.status, revoked.body.detail]).toEqual([404, 'There is no such invitation.']);
      }
    });

    it('is for staff, and staff is for owners to choose', async () => {
      const at = await site();
      const manager = system.client();
      const invited = await invite(at, { role: 'manager', projectId: undefined, companyId: at.companyId });
      const accepted = await manager.post(ACCEPT, { token: tokenOf(invited), ...signUp });
      manager.accessToken = accepted.body.accessToken;
      expect(accepted.body.membership).toEqual({ companyId: at.companyId, projectId: null, role: 'manager' });
      expect((await invite({ ...at, owner: manager })).status).toBe(201);
      const colleague = { role: 'manager', projectId: undefined, companyId: at.companyId };
      expect((await invite({ ...at, owner: manager }, colleague)).status).toBe(403);
      for (const role of ['subcontractor', 'customer']) {
        const member = await joined(at, role);
        expect((await invite({ ...at, owner: member })).status).toBe(403);
        expect((await member.get(`${INVITATIONS}?projectId=${at.projectId}`)).status).toBe(403);
        expect((await member.get(`/api/identity/projects/${at.projectId}/members`)).status).toBe(403);
      }
    });

    it.each([
      [{ role: 'owner' }],
      [{ role: 'manager' }],
      [{ companyId: randomUUID() }],
      [{ projectId: undefined }],
      [{ email: 'a@home.example\r\nBcc: b@home.example' }],
      [{ email: 'a@home.example,b@home.example' }],
      [{ email: '"a b"@home.example' }],
      [{ email: 'Anna <a@home.example>' }],
      [{ status: 'accepted' }],
    ])('refuses %j', async (wishes) => {
      const reply = await invite(await site(), wishes);
      expect(reply.status).toBe(400);
      expect(reply.body).toMatchObject({ code: 'invalid_request' });
    });
  });

  describe('the link', () => {
    it('shows what it is for and uses up nothing', async () => {
      const at = await site();
      const email = someone();
      const token = tokenOf(await invite(at, { email, name: 'Anna' }));
      const inspect = () => system.client().post(INSPECT, { token });
      const [first, second] = [await inspect(), await inspect()];
      expect(first.status).toBe(200);
      expect(first.body).toMatchObject({
        status: 'pending',
        projectName: 'Porch on Elm Street',
        projectId: at.projectId,
        role: 'customer',
        email,
        name: 'Anna',
        known: false,
      });
      expect(second.body).toEqual(first.body);
      expect((await system.client().post(ACCEPT, { token, ...signUp })).status).toBe(201);
      expect((await inspect()).body).toMatchObject({ status: 'accepted', known: true });
    });

    it('is unknown in any other spelling', async () => {
      const token = tokenOf(await invite(await site()));
      const other = token.slice(0, -2) + (token.at(-2) === 'A' ? 'B' : 'A') + token.slice(-1);
      for (const wrong of [other, token.toLowerCase(), `${token}=`, 'nonsense']) {
        expect((await system.client().post(INSPECT, { token: wrong })).status).toBe(404);
        expect((await system.client().post(ACCEPT, { token: wrong, ...signUp })).status).toBe(404);
      }
    });

    it('dies when a new one is sent, and the new one works', async () => {
      const at = await site();
      const invited = await invite(at);
      const resent = await at.owner.post(`${INVITATIONS}/${invited.body.id}/resend`);
      expect(resent.status).toBe(200);
      expect(Date.parse(resent.body.expiresAt)).toBeGreaterThan(Date.parse(invited.body.expiresAt));
      const old = await system.client().post(ACCEPT, { token: tokenOf(invited), ...signUp });
      expect([old.status, old.body.code]).toEqual([410, 'invitation_superseded']);
      expect((await system.client().post(INSPECT, { token: tokenOf(invited) })).status).toBe(410);
      expect((await system.client().post(ACCEPT, { token: tokenOf(resent), ...signUp })).status).toBe(201);
    });

    it('says so when the invitation was cancelled or has expired', async () => {
      const at = await site();
      const revoked = await invite(at);
      expect((await at.owner.delete(`${INVITATIONS}/${revoked.body.id}`)).status).toBe(204);
      const expired = await invite(at);
      await system.sql('identity', `update invitation set expires_at = now() - interval '1 second' where id = $1`, [
        expired.body.id,
      ]);
      for (const [reply, status] of [
        [revoked, 'revoked'],
        [expired, 'expired'],
      ] as const) {
        expect((await system.client().post(INSPECT, { token: tokenOf(reply) })).body).toMatchObject({ status });
        const accepted = await system.client().post(ACCEPT, { token: tokenOf(reply), ...signUp });
        expect([accepted.status, accepted.body.code]).toEqual([410, `invitation_${status}`]);
      }
    });
  });

  describe('accepting', () => {
    it('makes a new person a member at once, signed in', async () => {
      const at = await site();
      const email = someone();
      const client = system.client();
      const accepted = await client.post(ACCEPT, { token: tokenOf(await invite(at, { email })), ...signUp });
      expect(accepted.status).toBe(201);
      expect(accepted.body).toMatchObject({
        membership: { companyId: at.companyId, projectId: at.projectId, role: 'customer' },
        person: { email, name: signUp.name },
      });
      client.accessToken = accepted.body.accessToken;
      const me = await client.get('/api/identity/me');
      expect(me.body).toMatchObject({ companies: [], memberships: [{ projectName: 'Porch on Elm Street' }] });
      expect((await client.post('/api/identity/sessions/refresh')).status).toBe(200);
      const states = await system.sql<{ envelope: string }>(
        'identity',
        'select envelope from outbox where aggregate_id = $1 order by seq',
        [accepted.body.person.id],
      );
      expect(states.map(({ envelope }) => JSON.parse(envelope))).toMatchObject([
        {
          type: 'identity.membership.changed.v1',
          aggregateVersion: 1,
          data: { memberships: [{ companyId: at.companyId, projectId: at.projectId, role: 'customer' }] },
        },
        { type: 'portal.fact.access.v1', aggregateVersion: 1, data: { staffOf: [], customerOf: [at.projectId] } },
      ]);
    });

    it('happens once, however many try at once', async () => {
      const token = tokenOf(await invite(await site()));
      const tries = Array.from({ length: 50 }, () => system.client().post(ACCEPT, { token, ...signUp }));
      const replies = await Promise.all(tries);
      const statuses = replies.map(({ status }) => status).sort();
      expect(statuses).toEqual([201, ...Array.from({ length: 49 }, () => 410)]);
      const late = await system.client().post(ACCEPT, { token, ...signUp });
      expect([late.status, late.body.code]).toEqual([410, 'invitation_used']);
    });

    it('makes one account of two invitations accepted at once', async () => {
      const [first, second] = [await site(), await site()];
      const email = someone();
      const tokens = [tokenOf(await invite(first, { email })), tokenOf(await invite(second, { email }))];
      const replies = await Promise.all(tokens.map((token) => system.client().post(ACCEPT, { token, ...signUp })));
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 401]);
      expect(replies.find(({ status }) => status === 401)?.body.code).toBe('sign_in_required');
    });

    it('asks a person with an account to sign in, and nobody else will do', async () => {
      const [first, second] = [await site(), await site()];
      const person = await joined(first);
      const token = tokenOf(await invite(second, { email: person.email }));
      const me = (await person.get('/api/identity/me')).body.person.id;
      const before = await memberships(me);

      const stranger = await system.client().post(ACCEPT, { token, ...signUp });
      expect([stranger.status, stranger.body.code]).toEqual([401, 'sign_in_required']);
      const other = await second.owner.post(ACCEPT, { token });
      expect([other.status, other.body.code]).toEqual([403, 'wrong_person']);
      expect(await memberships(me)).toEqual(before);

      const accepted = await person.post(ACCEPT, { token });
      expect(accepted.status).toBe(201);
      const [, payload = ''] = accepted.body.accessToken.split('.');
      expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ mv: 2 });
      expect(await memberships(me)).toHaveLength(2);
    });

    it('refuses somebody signed in to whom it was not sent, though the address has no account', async () => {
      const at = await site();
      const token = tokenOf(await invite(at));
      const reply = await at.owner.post(ACCEPT, { token, ...signUp });
      expect([reply.status, reply.body.code]).toEqual([403, 'wrong_person']);
      expect((await system.client().post(INSPECT, { token })).body).toMatchObject({ status: 'pending', known: false });
    });

    it.each([[{ email: 'me@attacker.example' }], [{ role: 'manager' }], [{ projectId: randomUUID() }]])(
      'takes nothing from a body with %j',
      async (more) => {
        const token = tokenOf(await invite(await site()));
        expect((await system.client().post(ACCEPT, { token, ...signUp, ...more })).status).toBe(400);
        expect((await system.client().post(INSPECT, { token })).body).toMatchObject({
          status: 'pending',
          known: false,
        });
      },
    );

    it('needs name and password of a new person, and uses up nothing without', async () => {
      const token = tokenOf(await invite(await site()));
      const reply = await system.client().post(ACCEPT, { token });
      expect(reply.status).toBe(400);
      expect(reply.body.errors).toMatchObject([{ path: 'name' }, { path: 'password' }]);
      expect((await system.client().post(ACCEPT, { token, ...signUp })).status).toBe(201);
    });

    it('leaves no token behind in the database or the logs', async () => {
      const token = tokenOf(await invite(await site()));
      await system.client().post(INSPECT, { token });
      await system.client().post(ACCEPT, { token, ...signUp });
      for (const table of ['invitation', 'outbox', 'latest_state']) {
        expect(JSON.stringify(await system.sql('identity', `select * from ${table}`))).not.toContain(token);
      }
      expect(system.logs('identity').join('\n')).not.toContain(token);
    });
  });

  describe('members', () => {
    it('are listed with the staff, page by page', async () => {
      const at = await site();
      await joined(at, 'subcontractor');
      await joined(at);
      const path = `/api/identity/projects/${at.projectId}/members`;
      const all = (await at.owner.get(path)).body.items;
      expect(all.map(({ role }: { role: string }) => role)).toEqual(['owner', 'subcontractor', 'customer']);
      const first = (await at.owner.get(`${path}?limit=2`)).body;
      const rest = (await at.owner.get(`${path}?limit=2&cursor=${first.nextCursor}`)).body;
      expect([...first.items, ...rest.items]).toEqual(all);
      expect(rest.nextCursor).toBeNull();
    });

    it('lose the project when removed, and can be invited again', async () => {
      const at = await site();
      const sub = await joined(at, 'subcontractor');
      const { id } = (await sub.get('/api/identity/me')).body.person;
      const path = `/api/identity/projects/${at.projectId}/members/${id}`;
      expect((await at.owner.delete(path)).status).toBe(204);
      expect((await sub.get('/api/identity/me')).body.memberships).toEqual([]);
      expect((await at.owner.delete(path)).status).toBe(404);
      const [state] = await system.sql<{ version: string }>(
        'identity',
        `select version from latest_state where aggregate_id = $1 and type = 'portal.fact.access.v1'`,
        [id],
      );
      expect(Number(state?.version)).toBe(2);
      const again = await invite(at, { email: sub.email, role: 'subcontractor' });
      expect((await sub.post(ACCEPT, { token: tokenOf(again) })).status).toBe(201);
    });

    it('who are customers are gone at once, while what they have open is pending without a gateway', async () => {
      const at = await site();
      const customer = await joined(at);
      const { id } = (await customer.get('/api/identity/me')).body.person;
      const reply = await at.owner.delete(`/api/identity/projects/${at.projectId}/members/${id}`);
      expect([reply.status, reply.body]).toEqual([202, { status: 'pending' }]);
      expect(await memberships(id)).toEqual([]);
      const pending = await system.sql('identity', 'select project_id from portal_revocation where person_id = $1', [
        id,
      ]);
      expect(pending).toEqual([{ project_id: at.projectId }]);
    });

    it('are not removed by others than staff', async () => {
      const at = await site();
      const [sub, customer] = [await joined(at, 'subcontractor'), await joined(at)];
      const { id } = (await customer.get('/api/identity/me')).body.person;
      const path = `/api/identity/projects/${at.projectId}/members/${id}`;
      expect((await sub.delete(path)).status).toBe(403);
      expect((await (await site()).owner.delete(path)).status).toBe(404);
      expect(await memberships(id)).toHaveLength(1);
    });
  });
});
