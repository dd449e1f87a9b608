import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type Reply, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import {
  ACCEPT,
  INSPECT,
  INVITATIONS,
  invite,
  inviteManager,
  joined,
  me,
  newSite,
  OPENED,
  signUp,
  signUpBy,
  someone,
  tokenOf,
  type Site,
} from './test-app/site';

const mostAnHour = 20;

describe('inviting', () => {
  let system: System;
  beforeAll(async () => {
    // Without a mail server the answer carries the link, which is what these tests follow.
    const env = { SMTP_CONFIGURED: 'false', LIMIT_INVITATIONS: `${mostAnHour}` };
    system = await startSystem({ services: ['identity', 'projects'], env: { identity: env } });
  });
  afterAll(() => system.stop());

  const site = (): Promise<Site> => newSite(system);
  const inspect = (reply: Reply): Promise<Reply> => system.client().post(INSPECT, { token: tokenOf(reply) });

  const listed = async (at: Site): Promise<Record<string, unknown>[]> =>
    (await at.owner.get(`${INVITATIONS}?projectId=${at.projectId}`)).body.items;

  it('is answered with the link where no mail goes out, and is listed', async () => {
    const at = await site();
    const invited = await invite(at, { email: 'Anna@Home.example', name: 'Anna', message: 'Welcome!' });
    expect(invited.status).toBe(201);
    expect(invited.body).toMatchObject({ email: 'anna@home.example', status: 'pending', role: 'customer' });
    expect(invited.body.acceptUrl).toMatch(new RegExp(`^${system.origin}/invite#[\\w-]{71}$`));
    expect(Date.parse(invited.body.expiresAt) - Date.parse(invited.body.sentAt)).toBe(7 * 86_400_000);
    const reply = await at.owner.get(`${INVITATIONS}?projectId=${at.projectId}`);
    expect(reply.body).toEqual({ items: [invited.body], nextCursor: null });
  });

  it('lists who invited, when it was sent and first looked at, and until when it is good', async () => {
    const at = await site();
    const invited = await invite(at);
    const { name } = (await me(at.owner)).person;
    expect(await listed(at)).toMatchObject([{ invitedBy: name, openedAt: null, sentAt: invited.body.sentAt }]);
    await system.client().post(OPENED, { token: tokenOf(invited) });
    const [opened] = await listed(at);
    expect(opened?.['openedAt']).toEqual(expect.any(String));
    // Sent again it is a new mail, which nobody has looked at.
    await at.owner.post(`${INVITATIONS}/${invited.body.id}/resend`);
    const [resent] = await listed(at);
    expect(resent?.['openedAt']).toBeNull();
    expect(Date.parse(`${resent?.['sentAt']}`)).toBeGreaterThan(Date.parse(invited.body.sentAt));
    expect(Date.parse(`${resent?.['expiresAt']}`)).toBeGreaterThan(Date.parse(invited.body.expiresAt));
  });

  it('gives one invitation however often it is pressed', async () => {
    const at = await site();
    // Warm connections, or the presses come one after another.
    await Promise.all(Array.from({ length: 10 }, () => at.owner.get('/api/identity/me')));
    for (let round = 0; round < 2; round++) {
      const email = someone();
      const replies = await Promise.all(Array.from({ length: 10 }, () => invite(at, { email })));
      expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
      expect(new Set(replies.map(({ body }) => `${body.id} ${body.acceptUrl}`)).size).toBe(1);
    }
    expect(await listed(at)).toHaveLength(2);
  });

  it('sends one invitation anew with other words or another role', async () => {
    const at = await site();
    const email = someone();
    const first = await invite(at, { email });
    const second = await invite(at, { email, role: 'subcontractor', message: 'You do the roof.' });
    expect([second.status, second.body.id, second.body.role]).toEqual([201, first.body.id, 'subcontractor']);
    expect((await inspect(first)).body.code).toBe('invitation_superseded');
    expect((await inspect(second)).body).toMatchObject({ status: 'pending', role: 'subcontractor' });
    expect(await listed(at)).toHaveLength(1);
  });

  it('sends a cancelled one anew, and only one that was not accepted can be cancelled', async () => {
    const at = await site();
    const email = someone();
    const first = await invite(at, { email });
    const path = `${INVITATIONS}/${first.body.id}`;
    expect((await at.owner.delete(path)).status).toBe(204);
    expect((await at.owner.delete(path)).status).toBe(204);
    expect((await at.owner.post(`${path}/resend`)).body.code).toBe('invitation_revoked');
    const second = await invite(at, { email });
    expect([second.body.id, second.body.status]).toEqual([first.body.id, 'pending']);
    await signUpBy(at, tokenOf(second));
    const cancelled = await at.owner.delete(path);
    expect([cancelled.status, cancelled.body.code]).toEqual([409, 'invitation_used']);
    const resent = await at.owner.post(`${path}/resend`);
    expect([resent.status, resent.body.code]).toEqual([409, 'invitation_used']);
  });

  it('refuses who is a member there already, and works again once they were removed', async () => {
    const at = await site();
    const sub = await joined(at, 'subcontractor');
    const { id } = (await me(sub)).person;
    for (const role of ['subcontractor', 'customer']) {
      const again = await invite(at, { email: sub.email, role });
      expect([again.status, again.body.code]).toEqual([409, 'already_member']);
    }
    const staff = await inviteManager(at, { email: at.owner.email });
    expect([staff.status, staff.body.code]).toEqual([409, 'already_member']);

    expect((await at.owner.delete(`/api/identity/projects/${at.projectId}/members/${id}`)).status).toBe(204);
    const anew = await invite(at, { email: sub.email, role: 'customer' });
    expect([anew.status, anew.body.status]).toEqual([201, 'pending']);
    expect((await sub.post(ACCEPT, { token: tokenOf(anew) })).body.membership).toMatchObject({ role: 'customer' });
    expect(await listed(at)).toMatchObject([{ id: anew.body.id, status: 'accepted' }]);
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
    expect((await mine.owner.get(`${INVITATIONS}?companyId=${theirs.companyId}`)).status).toBe(404);
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
    const manager = await signUpBy(at, tokenOf(await inviteManager(at)));
    expect((await me(manager)).memberships).toMatchObject([
      { companyId: at.companyId, projectId: null, role: 'manager' },
    ]);
    expect((await invite({ ...at, owner: manager })).status).toBe(201);
    expect((await inviteManager({ ...at, owner: manager })).status).toBe(403);
    for (const role of ['subcontractor', 'customer']) {
      const member = await joined(at, role);
      expect((await invite({ ...at, owner: member })).status).toBe(403);
      expect((await member.get(`${INVITATIONS}?projectId=${at.projectId}`)).status).toBe(403);
    }
  });

  it('stays good when who invited has left, and whoever sends it again stands behind it', async () => {
    const at = await site();
    const manager = await signUpBy(at, tokenOf(await inviteManager(at)));
    const byManager = { ...at, owner: manager };
    const [first, second] = [await invite(byManager), await invite(byManager)];
    const { person } = await me(manager);
    const resent = await at.owner.post(`${INVITATIONS}/${second.body.id}/resend`);
    expect(resent.body.invitedBy).toBe(person.name);

    await system.sql('identity', 'update membership set removed_at = now() where person_id = $1', [person.id]);
    expect((await invite(byManager)).status).toBe(404);
    expect((await inspect(first)).body.invitedBy).toBe(person.name);
    expect((await system.client().post(ACCEPT, { token: tokenOf(first), ...signUp })).status).toBe(201);
    const again = await at.owner.post(`${INVITATIONS}/${second.body.id}/resend`);
    expect(again.body.invitedBy).toBe((await me(at.owner)).person.name);
  });

  it('refuses whatever is not one plain invitation', async () => {
    const at = await site();
    for (const wishes of [
      { role: 'owner' },
      { role: 'manager' },
      { companyId: randomUUID() },
      { projectId: undefined },
      { email: 'a@home.example\r\nBcc: b@home.example' },
      { email: 'a@home.example\nb@home.example' },
      { email: 'a@home.example,b@home.example' },
      { email: 'a@home.example;b@home.example' },
      { email: ['a@home.example'] },
      { email: '"a b"@home.example' },
      { email: 'Anna <a@home.example>' },
      { email: `${'a'.repeat(250)}@home.example` },
      { name: 'Anna\r\nBcc: b@home.example' },
      { status: 'accepted' },
      { invitedBy: randomUUID() },
    ]) {
      const reply = await invite(at, wishes);
      expect({ wishes, status: reply.status, code: reply.body.code }).toEqual({
        wishes,
        status: 400,
        code: 'invalid_request',
      });
    }
    expect(await listed(at)).toEqual([]);
  });

  it('is bounded by company and hour, each of a batch counted, and members cannot use it up', async () => {
    const [at, other] = [await site(), await site()];
    const customer = await joined(at);
    for (let count = 0; count < 5; count++) await invite({ ...at, owner: customer });
    const { projectId } = at;
    const invitations = Array.from({ length: mostAnHour }, () => ({ email: someone(), role: 'customer', projectId }));
    const { body } = await at.owner.post(`${INVITATIONS}/batch`, { invitations });
    const statuses = body.results.map(({ status }: { status: string }) => status);
    // One went to the customer.
    expect(statuses).toEqual([...Array.from({ length: mostAnHour - 1 }, () => 'pending'), 'refused']);
    expect(body.results.at(-1).error.code).toBe('too_many_requests');
    const flooded = await invite(at);
    expect([flooded.status, flooded.body.code]).toEqual([429, 'too_many_requests']);
    expect(Number(flooded.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await invite(other)).status).toBe(201);
  });
});
