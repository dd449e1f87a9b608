import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askAcceptedMail, askSubject, envelopeSchema, idSchema, invitationChangedV1 } from '@porchlight/contracts';
import { askAs, startSystem, type Reply, type System } from '@porchlight/testing';
import { z } from 'zod';
import { tokenKeys } from '../account/test-app/mailed-links';
import {
  ACCEPT,
  askedOf,
  expire,
  INSPECT,
  INVITATIONS,
  invite,
  inviteManager,
  mailedToken,
  me,
  newSite,
  OPENED,
  RENEW,
  sendingsOf,
  signUp,
  signUpBy,
  someone,
  tokenOfSending,
  type Site,
} from './test-app/site';

describe('an invitation that is mailed', () => {
  let system: System;
  beforeAll(async () => {
    const identity = { TOKEN_KEYS: tokenKeys };
    system = await startSystem({ services: ['identity', 'projects'], env: { identity } });
  });
  afterAll(() => system.stop());

  const inspect = (token: string): Promise<Reply> => system.client().post(INSPECT, { token });
  const renew = (token: string): Promise<Reply> => system.client().post(RENEW, { token });
  const tenMinutesPass = (id: string): Promise<unknown> =>
    system.sql('identity', `update invitation set renewed_at = renewed_at - interval '10 minutes' where id = $1`, [id]);

  /** The languages that the mails of an invitation were asked for in. */
  const languagesOf = async (at: Site, id: string) => (await askedOf(at, id)).map(({ language }) => language);

  /** An invitation, the link of its first mail, and what was mailed since. */
  const sent = async (at: Site, wishes: object = {}) => {
    const invited = await invite(at, wishes);
    const { id, email } = invited.body;
    return { id, email, body: invited.body, token: await mailedToken(at, id), sendings: () => sendingsOf(at, id) };
  };

  it('shows its link to nobody but the mailbox, also where no mail goes out any more', async () => {
    const at = await newSite(system);
    const { id, email, body } = await sent(at);
    expect(body).not.toHaveProperty('acceptUrl');
    await system.kill('identity', 'SIGTERM');
    await system.startService('identity', { SMTP_CONFIGURED: 'false' });
    try {
      const { items } = (await at.owner.get(`${INVITATIONS}?projectId=${at.projectId}`)).body;
      expect(items).toMatchObject([{ id, status: 'pending' }]);
      expect(items[0]).not.toHaveProperty('acceptUrl');
      // Inviting again gives a link of its own to copy; the mailed one is dead.
      expect((await invite(at, { email })).body).toHaveProperty('acceptUrl');
      expect((await inspect(tokenOfSending(id, 1))).body.code).toBe('invitation_superseded');
    } finally {
      await system.kill('identity', 'SIGTERM');
      await system.startService('identity');
    }
  });

  it('that has expired is mailed anew to the same address when the holder of its link asks', async () => {
    const at = await newSite(system);
    const { id, email, token, sendings } = await sent(at);
    await expire(system, id);
    expect((await inspect(token)).body).toMatchObject({ status: 'expired', renewable: true });
    const reply = await renew(token);
    expect([reply.status, reply.body]).toEqual([202, {}]);
    expect(await sendings()).toEqual([1, 2]);
    expect((await inspect(token)).body.code).toBe('invitation_superseded');
    const member = await signUpBy(at, await mailedToken(at, id));
    expect((await me(member)).person).toMatchObject({ email });
  });

  it('is mailed anew in the language of the page it was asked for on, and of no language else', async () => {
    const at = await newSite(system);
    const { id, token } = await sent(at);
    await expire(system, id);
    expect((await system.client().post(RENEW, { token, language: 'xx' })).status).toBe(400);
    expect((await system.client().post(RENEW, { token, language: 'es' })).status).toBe(202);
    expect(await languagesOf(at, id)).toEqual([undefined, 'es']);
  });

  it('is sent again by the builder in the language in which its reader last read it', async () => {
    const at = await newSite(system);
    const { id, email, token } = await sent(at);
    const sendAgain = () => at.owner.post(`${INVITATIONS}/${id}/resend`);
    const read = async (inHand: string, language?: string) =>
      expect((await system.client().post(OPENED, { token: inHand, language })).status).toBe(204);
    await sendAgain();
    // by a link of an earlier mail, and by a page that says none, nothing is learnt
    await read(token, 'es');
    await read(await mailedToken(at, id));
    await sendAgain();
    await read(await mailedToken(at, id), 'es');
    await sendAgain();
    await invite(at, { email, message: 'We begin on Monday.' });
    await read(await mailedToken(at, id), 'en');
    await sendAgain();
    expect(await languagesOf(at, id)).toEqual([undefined, undefined, undefined, 'es', 'es', 'en']);
  });

  it('is mailed anew at most once in ten minutes, and the answer never says which', async () => {
    const at = await newSite(system);
    const { id, token, sendings } = await sent(at);
    await expire(system, id);
    const replies = await Promise.all(Array.from({ length: 5 }, () => renew(token)));
    expect(replies.map(({ status, body }) => [status, body])).toEqual(replies.map(() => [202, {}]));
    expect(await sendings()).toEqual([1, 2]);
    await expire(system, id);
    expect((await renew(token)).status).toBe(202);
    expect(await sendings()).toEqual([1, 2]);
    await tenMinutesPass(id);
    expect((await renew(token)).status).toBe(202);
    expect(await sendings()).toEqual([1, 2, 3]);
  });

  it('is mailed anew for a link of an earlier mail, and not for one that works', async () => {
    const at = await newSite(system);
    const { id, token, sendings } = await sent(at);
    expect([(await renew(token)).status, await sendings()]).toEqual([202, [1]]);
    await at.owner.post(`${INVITATIONS}/${id}/resend`);
    expect([(await renew(token)).status, await sendings()]).toEqual([202, [1, 2, 3]]);
    expect((await inspect(await mailedToken(at, id))).body).toMatchObject({ status: 'pending', renewable: false });
  });

  it('is not mailed anew once it was cancelled or accepted', async () => {
    const at = await newSite(system);
    const [revoked, accepted] = [await sent(at), await sent(at)];
    await at.owner.delete(`${INVITATIONS}/${revoked.id}`);
    await signUpBy(at, accepted.token);
    for (const [{ token, sendings }, code] of [
      [revoked, 'invitation_revoked'],
      [accepted, 'invitation_used'],
    ] as const) {
      const reply = await renew(token);
      expect([reply.status, reply.body.code]).toEqual([410, code]);
      expect(await sendings()).toEqual([1]);
    }
  });

  describe('and accepted', () => {
    const asked = (invitationId: string, generation = 1) =>
      askAs(system, 'notifications', askAcceptedMail, { invitationId, generation });

    const announced = async (id: string): Promise<number> =>
      (
        await system.sql(
          'identity',
          `select 1 from outbox where aggregate_id = $1 and type = 'identity.invitation.accepted.v1'`,
          [id],
        )
      ).length;

    it('confirms the e-mail, and tells who invited', async () => {
      const at = await newSite(system);
      const [toProject, toStaff] = [await sent(at), await sent(at, managerOf(at))];
      expect([await announced(toProject.id), await asked(toProject.id)]).toEqual([0, { sendable: false }]);
      const customer = await signUpBy(at, toProject.token);
      expect(await me(customer)).toMatchObject({ emailConfirmed: true });
      await signUpBy(at, toStaff.token);
      expect(await announced(toProject.id)).toBe(1);
      const about = { sendable: true, to: at.owner.email, personName: signUp.name, locale: 'en' };
      expect(await asked(toProject.id)).toMatchObject({
        ...about,
        personEmail: toProject.email,
        role: 'customer',
        projectName: 'Porch on Elm Street',
        url: `${system.origin}/projects/${at.projectId}`,
      });
      expect(await asked(toStaff.id)).toMatchObject({
        ...about,
        role: 'manager',
        projectName: null,
        url: `${system.origin}/people`,
      });
      expect(await asked(toProject.id, 2)).toEqual({ sendable: false });
    });

    it('tells nobody when who invited has left', async () => {
      const at = await newSite(system);
      const { body } = await inviteManager(at);
      const colleague = await signUpBy(at, await mailedToken(at, body.id));
      const invited = await sent({ ...at, owner: colleague });
      const { person } = await me(colleague);
      await system.sql('identity', 'update membership set removed_at = now() where person_id = $1', [person.id]);
      expect((await system.client().post(ACCEPT, { token: invited.token, ...signUp })).status).toBe(201);
      expect(await asked(invited.id)).toEqual({ sendable: false, place: 'Porch on Elm Street' });
    });
  });

  describe('from before its state was told', () => {
    const askState = {
      subject: askSubject(invitationChangedV1, 'state'),
      question: z.object({ type: z.string(), aggregateId: idSchema }),
      answer: z.object({ envelope: envelopeSchema.nullable() }),
    };
    const asked = async (aggregateId: string) =>
      (await askAs(system, 'projects', askState, { type: invitationChangedV1.type, aggregateId })).envelope;

    it('is told when somebody asks, and newer news is newer', async () => {
      const at = await newSite(system);
      const { id, email } = await sent(at, { role: 'subcontractor' });
      await system.sql('identity', 'delete from latest_state where aggregate_id = $1', [id]);
      const [first, second] = await Promise.all([asked(id), asked(id)]);
      expect(first?.data).toMatchObject({ invitationId: id, email, role: 'subcontractor', state: 'pending' });
      expect(second?.data).toEqual(first?.data);
      await at.owner.delete(`${INVITATIONS}/${id}`);
      const revoked = await asked(id);
      expect(revoked?.data).toMatchObject({ state: 'revoked' });
      expect(revoked?.aggregateVersion).toBeGreaterThan(first?.aggregateVersion ?? Infinity);
    });

    it('is unknown where there is none', async () => {
      expect(await asked(crypto.randomUUID())).toBeNull();
    });
  });
});

const managerOf = ({ companyId }: Site): object => ({
  email: someone(),
  role: 'manager',
  projectId: undefined,
  companyId,
});
