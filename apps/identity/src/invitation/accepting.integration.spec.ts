import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type Reply, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import {
  ACCEPT,
  expire,
  INSPECT,
  INVITATIONS,
  invite,
  joined,
  me,
  membershipsOf,
  newSite,
  OPENED,
  RENEW,
  signUp,
  signUpBy,
  someone,
  tokenOf,
  type Site,
} from './test-app/site';

describe('the link of an invitation', () => {
  let system: System;
  beforeAll(async () => {
    // Without a mail server the answer carries the link, which is what these tests follow.
    system = await startSystem({ services: ['identity', 'projects'], env: { identity: { SMTP_CONFIGURED: 'false' } } });
  });
  afterAll(() => system.stop());

  const site = (): Promise<Site> => newSite(system);
  const accept = (token: string, more: object = signUp): Promise<Reply> =>
    system.client().post(ACCEPT, { token, ...more });
  const inspect = (token: string): Promise<Reply> => system.client().post(INSPECT, { token });
  const codeOf = ({ status, body }: Reply): [number, string] => [status, body.code];

  describe('looked at', () => {
    it('shows what it is for and uses up nothing', async () => {
      const at = await site();
      const email = someone();
      const token = tokenOf(await invite(at, { email, name: 'Anna' }));
      const [first, second] = [await inspect(token), await inspect(token)];
      expect(first.status).toBe(200);
      expect(first.body).toMatchObject({
        status: 'pending',
        projectName: 'Porch on Elm Street',
        projectId: at.projectId,
        role: 'customer',
        email,
        name: 'Anna',
        invitedBy: (await me(at.owner)).person.name,
        known: false,
        renewable: false,
      });
      expect(second.body).toEqual(first.body);
      expect((await accept(token)).status).toBe(201);
      expect((await inspect(token)).body).toMatchObject({ status: 'accepted', known: true });
    });

    it('is unknown in any other spelling', async () => {
      const token = tokenOf(await invite(await site()));
      const other = token.slice(0, -2) + (token.at(-2) === 'A' ? 'B' : 'A') + token.slice(-1);
      for (const wrong of [other, token.toLowerCase(), `${token}=`, 'nonsense']) {
        for (const path of [INSPECT, OPENED, RENEW]) {
          expect((await system.client().post(path, { token: wrong })).status).toBe(404);
        }
        expect((await accept(wrong)).status).toBe(404);
      }
    });

    it('is dead once a new one was sent, until the new one is accepted: then every mail is the way home', async () => {
      const at = await site();
      const invited = await invite(at);
      const resent = await at.owner.post(`${INVITATIONS}/${invited.body.id}/resend`);
      expect(resent.status).toBe(200);
      expect(Date.parse(resent.body.expiresAt)).toBeGreaterThan(Date.parse(invited.body.expiresAt));
      const [old, newest] = [tokenOf(invited), tokenOf(resent)];
      expect(codeOf(await accept(old))).toEqual([410, 'invitation_superseded']);
      expect(codeOf(await inspect(old))).toEqual([410, 'invitation_superseded']);
      expect((await accept(newest)).status).toBe(201);
      expect((await inspect(old)).body).toEqual((await inspect(newest)).body);
      expect((await inspect(old)).body.status).toBe('accepted');
      expect(codeOf(await accept(old))).toEqual([410, 'invitation_superseded']);
    });

    it('says so when the invitation was cancelled or has expired, with the contact of the company', async () => {
      const at = await site();
      const path = `/api/identity/companies/${at.companyId}`;
      const contact = { phone: '555 0100' };
      expect((await at.owner.patch(path, { contact }, { ifMatch: 1 })).status).toBe(200);
      const [revoked, expired] = [await invite(at), await invite(at)];
      expect((await at.owner.delete(`${INVITATIONS}/${revoked.body.id}`)).status).toBe(204);
      await expire(system, expired.body.id);
      for (const [reply, status] of [
        [revoked, 'revoked'],
        [expired, 'expired'],
      ] as const) {
        // Where no mail goes out, none can be offered.
        expect((await inspect(tokenOf(reply))).body).toMatchObject({ status, contact, renewable: false });
        expect(codeOf(await accept(tokenOf(reply)))).toEqual([410, `invitation_${status}`]);
      }
      const renew = (reply: Reply): Promise<Reply> => system.client().post(RENEW, { token: tokenOf(reply) });
      expect(codeOf(await renew(expired))).toEqual([409, 'mail_not_set_up']);
      expect(codeOf(await renew(revoked))).toEqual([410, 'invitation_revoked']);
      // The builder sends the expired one again, and invites anew who was cancelled.
      const again = await at.owner.post(`${INVITATIONS}/${expired.body.id}/resend`);
      expect((await accept(tokenOf(again))).status).toBe(201);
      expect((await accept(tokenOf(await invite(at, { email: revoked.body.email })))).status).toBe(201);
    });

    it('was opened once a person does something on its page, which looking alone is not', async () => {
      const at = await site();
      const invited = await invite(at);
      const token = tokenOf(invited);
      const openedAt = async (): Promise<string | null> =>
        (await at.owner.get(`${INVITATIONS}?projectId=${at.projectId}`)).body.items[0].openedAt;
      await inspect(token);
      expect(await openedAt()).toBeNull();
      expect((await system.client().post(OPENED, { token })).status).toBe(204);
      const first = await openedAt();
      expect(first).not.toBeNull();
      await system.client().post(OPENED, { token });
      expect(await openedAt()).toBe(first);
      const resent = await at.owner.post(`${INVITATIONS}/${invited.body.id}/resend`);
      // The old mail says nothing of the new one.
      expect((await system.client().post(OPENED, { token })).status).toBe(204);
      expect(await openedAt()).toBeNull();
      await accept(tokenOf(resent));
      expect(await openedAt()).not.toBeNull();
    });
  });

  describe('accepted', () => {
    it('makes a new person a member at once, signed in, on a device that is known from now on', async () => {
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
      expect(await me(client)).toMatchObject({
        companies: [],
        memberships: [{ projectName: 'Porch on Elm Street' }],
        // The link was shown to who invited; nobody proved to read that mailbox.
        emailConfirmed: false,
      });
      expect((await client.post('/api/identity/sessions/refresh')).status).toBe(200);
      expect(client.cookies.get('porchlight_device')).toBeDefined();
    });

    it('is told to the other services with the membership', async () => {
      const at = await site();
      const invited = await invite(at, { role: 'subcontractor', name: 'Joe' });
      const { id, email } = invited.body;
      const accepted = await accept(tokenOf(invited));
      const told = async (aggregate: string) =>
        (
          await system.sql<{ envelope: string }>(
            'identity',
            'select envelope from outbox where aggregate_id = $1 order by seq',
            [aggregate],
          )
        ).map(({ envelope }) => JSON.parse(envelope));
      const personId = accepted.body.person.id;
      const { companyId, projectId } = at;
      const pending = { invitationId: id, companyId, projectId, email, name: 'Joe', role: 'subcontractor' };
      // Without a mail server no invitation is to be mailed, and none of it is asked for.
      expect(await told(id)).toMatchObject([
        {
          type: 'identity.invitation.changed.v1',
          aggregateVersion: 1,
          companyId,
          data: { ...pending, state: 'pending', acceptedBy: null },
        },
        {
          type: 'identity.invitation.changed.v1',
          aggregateVersion: 2,
          companyId,
          data: { ...pending, state: 'accepted', acceptedBy: personId, generation: 1 },
        },
        {
          type: 'identity.invitation.accepted.v1',
          aggregateVersion: 1,
          companyId,
          data: { invitationId: id, generation: 1, projectId, who: accepted.body.person.name },
        },
      ]);
      expect(await told(personId)).toMatchObject([
        {
          type: 'identity.membership.changed.v1',
          aggregateVersion: 1,
          data: { memberships: [{ companyId, projectId, role: 'subcontractor' }] },
        },
        { type: 'portal.fact.access.v1', aggregateVersion: 1, data: { staffOf: [], worksOn: [projectId] } },
      ]);
    });

    it('happens once, however many try at once (A3)', async () => {
      const tries = 200;
      const email = someone();
      const token = tokenOf(await invite(await site(), { email }));
      const replies = await Promise.all(Array.from({ length: tries }, () => accept(token)));
      const statuses = replies.map(({ status }) => status).sort();
      expect(statuses).toEqual([201, ...Array.from({ length: tries - 1 }, () => 410)]);
      const [counted] = await system.sql(
        'identity',
        `select (select count(*)::int from membership m where m.person_id = p.id) as memberships,
                (select count(*)::int from session s where s.person_id = p.id) as sessions
         from person p where p.email = $1`,
        [email],
      );
      expect(counted).toEqual({ memberships: 1, sessions: 1 });
      expect(codeOf(await accept(token))).toEqual([410, 'invitation_used']);
    });

    it('makes one account of two invitations accepted at once', async () => {
      const [first, second] = [await site(), await site()];
      const email = someone();
      const tokens = [tokenOf(await invite(first, { email })), tokenOf(await invite(second, { email }))];
      const replies = await Promise.all(tokens.map((token) => accept(token)));
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 401]);
      expect(replies.find(({ status }) => status === 401)?.body.code).toBe('sign_in_required');
    });

    it('asks a person with an account to sign in, and nobody else will do', async () => {
      const [first, second] = [await site(), await site()];
      const person = await joined(first);
      const token = tokenOf(await invite(second, { email: person.email }));
      const { id } = (await me(person)).person;
      const before = await membershipsOf(system, id);

      expect(codeOf(await accept(token))).toEqual([401, 'sign_in_required']);
      expect(codeOf(await second.owner.post(ACCEPT, { token }))).toEqual([403, 'wrong_person']);
      expect(await membershipsOf(system, id)).toEqual(before);

      const accepted = await person.post(ACCEPT, { token });
      expect(accepted.status).toBe(201);
      const [, payload = ''] = accepted.body.accessToken.split('.');
      expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ mv: 2 });
      expect(await membershipsOf(system, id)).toHaveLength(2);
    });

    it('refuses somebody signed in to whom it was not sent, though the address has no account', async () => {
      const at = await site();
      const token = tokenOf(await invite(at));
      expect(codeOf(await at.owner.post(ACCEPT, { token, ...signUp }))).toEqual([403, 'wrong_person']);
      expect((await inspect(token)).body).toMatchObject({ status: 'pending', known: false });
    });

    it('takes over no account by a link that was shown instead of mailed, confirmed or not', async () => {
      const [victim, attacker] = [await site(), await site()];
      const { email, password } = victim.owner;
      const token = tokenOf(await invite(attacker, { email }));
      expect((await inspect(token)).body).toMatchObject({ status: 'pending', known: true });
      expect(codeOf(await accept(token))).toEqual([401, 'sign_in_required']);
      await system.client().signIn(email, password);
      expect((await victim.owner.post(ACCEPT, { token })).status).toBe(201);
      expect(await me(victim.owner)).toMatchObject({ emailConfirmed: false });
    });

    it.each([[{ email: 'me@attacker.example' }], [{ role: 'manager' }], [{ projectId: randomUUID() }]])(
      'takes nothing from a body with %j',
      async (more) => {
        const token = tokenOf(await invite(await site()));
        expect((await accept(token, { ...signUp, ...more })).status).toBe(400);
        expect((await inspect(token)).body).toMatchObject({ status: 'pending', known: false });
      },
    );

    it('needs name and password of a new person, and uses up nothing without', async () => {
      const token = tokenOf(await invite(await site()));
      const reply = await accept(token, {});
      expect(reply.status).toBe(400);
      expect(reply.body.errors).toMatchObject([{ path: 'name' }, { path: 'password' }]);
      expect((await accept(token)).status).toBe(201);
    });

    it('leaves no token behind in the database or the logs', async () => {
      const at = await site();
      const token = tokenOf(await invite(at));
      await inspect(token);
      await system.client().post(OPENED, { token });
      await signUpBy(at, token);
      for (const table of ['invitation', 'outbox', 'latest_state', 'rate_limit']) {
        expect(JSON.stringify(await system.sql('identity', `select * from ${table}`))).not.toContain(token);
      }
      expect(system.logs('identity').join('\n')).not.toContain(token);
    });
  });
});
