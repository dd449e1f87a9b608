import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askAcceptedMail,
  askBrand,
  askCompany,
  askInvitationMail,
  askPortalSignIn,
  controlSubjects,
  linkLetterQuestionSchema,
  mailUndeliveredV1,
} from '@porchlight/contracts';
import { until } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { acceptance, company, invitation, wayIn } from '../test-app/letters';
import { companyId, eventOf, PostOffice } from '../test-app/post-office';
import type { MailKind } from './mail-kind';

describe('an invitation that cannot be delivered', () => {
  let office: PostOffice;
  const to = (reference: string) => `to-${reference}@home.example`;
  const projectId = randomUUID();
  /** What the gateway was told of. */
  const links: unknown[] = [];

  beforeAll(async () => {
    office = await PostOffice.open();
    await office.leads.to(askBrand, () => ({ colors: { primary: '#123456', secondary: '#654321' } }));
    await office.identity.to(askInvitationMail, ({ invitationId: id }) => ({
      ...invitation,
      to: to(id),
      projectId,
      name: 'Anna Okafor',
    }));
    await office.identity.to(askCompany, () => company);
    const found = (id: string) => ({
      ...wayIn,
      sendable: true as const,
      to: to(id),
      url: `${office.system.origin}/x`,
      companyId,
      projectId,
    });
    await office.identity.to(askPortalSignIn, ({ membershipId: id }) => ({ ...found(id), personName: 'Anna Okafor' }));
    await office.gateway.toControl(controlSubjects.portalLinkLetter, (question) => ({
      ...found(linkLetterQuestionSchema.parse(question).linkId),
      label: 'Anna & Ben',
    }));
    await office.gateway.toControl(controlSubjects.portalLinkUndelivered, (told) => {
      links.push(told);
      return { noted: true };
    });
    await office.identity.to(askAcceptedMail, ({ invitationId: id }) => ({ ...acceptance, to: to(id) }));
  });
  afterAll(() => office.close());

  const invite = async (answer: 550 | 451, kind: MailKind = 'invitation') => {
    const reference = randomUUID();
    office.sink.refused.set(to(reference), answer);
    await office.publish(eventOf({ kind, reference, generation: 3 }));
    return reference;
  };
  const told = (reference: string) =>
    office.system.sql<{ envelope: string; published_at: Date | null }>(
      'notifications',
      'select envelope, published_at from outbox where type = $1 and aggregate_id = $2',
      [mailUndeliveredV1.type, reference],
    );
  const notices = (reference: string) =>
    office.system.sql('notifications', 'select * from notice where reference = $1', [reference]);
  const undelivered = (reference: string) =>
    office.system.sql('notifications', `select * from notice where reference = $1 and kind like '%undelivered'`, [
      reference,
    ]);
  const failed = (reference: string) => office.row(reference, ({ state }) => state === 'failed');

  it('is told of, without a word of the mail', async () => {
    const reference = await invite(550);
    expect(await failed(reference)).toMatchObject({ fault: 'smtp_550', attempts: 1 });
    const [event, ...more] = await told(reference);
    expect(more).toEqual([]);
    expect(JSON.parse(event?.envelope ?? '')).toMatchObject({
      companyId,
      aggregateId: reference,
      data: { companyId, kind: 'invitation', reference, generation: 3 },
    });
    expect(event?.envelope).not.toMatch(/home\.example|Okafor|Alder|invite/);
    await until(async () => (await told(reference))[0]?.published_at, 10_000, 'it was not published');
  });

  it('stands under the bell of the company, by the names that its staff gave', async () => {
    const reference = await invite(550);
    await failed(reference);
    expect(await notices(reference)).toMatchObject([
      {
        company_id: companyId,
        kind: 'mail_undelivered',
        subject: 'Anna Okafor',
        detail: invitation.projectName,
        project_id: projectId,
        lead_id: null,
      },
    ]);
    expect(JSON.stringify(await notices(reference))).not.toContain('home.example');
  });

  it('is not given up while the server only asks for patience, but in the end', async () => {
    const reference = await invite(451);
    await office.row(reference, ({ attempts }) => attempts === 1);
    expect([await told(reference), await notices(reference)]).toEqual([[], []]);
    await office.system.sql(
      'notifications',
      `update mail set attempts = 99, next_attempt_at = now(), enqueued_at = now() - interval '1 hour' where reference = $1`,
      [reference],
    );
    expect(await failed(reference)).toMatchObject({ attempts: 100, fault: 'smtp_451' });
    expect([await told(reference), await notices(reference)]).toMatchObject([[{}], [{}]]);
  });

  it.each(['portal_link', 'portal_link_renewed'] as const)(
    'is told of at the link and under the bell, where it was the mail with a link: %s',
    async (kind) => {
      const reference = await invite(550, kind);
      await failed(reference);
      expect(links.filter((told) => JSON.stringify(told) === JSON.stringify({ linkId: reference }))).toHaveLength(1);
      const said = { subject: 'Anna & Ben', detail: wayIn.projectName, project_id: projectId };
      const notices = await undelivered(reference);
      expect(notices).toMatchObject([{ kind: 'link_undelivered', ...said }]);
    },
  );

  it('is told of under the bell where it showed a customer where to sign in', async () => {
    const reference = await invite(550, 'portal_sign_in');
    await failed(reference);
    const said = { subject: 'Anna Okafor', detail: wayIn.projectName, project_id: projectId };
    expect(await undelivered(reference)).toMatchObject([{ kind: 'mail_undelivered', ...said }]);
  });

  it('is told of to nobody where it was for the staff', async () => {
    const reference = await invite(550, 'invitation_accepted');
    await failed(reference);
    expect([await told(reference), await undelivered(reference)]).toEqual([[], []]);
  });

  it.each(['before-commit', 'after-commit'] as const)('is told of once although the worker died %s', async (point) => {
    const { system } = office;
    await system.process('notifications').kill('SIGTERM');
    await system.startService('notifications', { CRASH_AT: `${point}:${mailUndeliveredV1.type}` });
    const reference = await invite(550);
    await until(() => !system.process('notifications').isRunning, 20_000, 'it did not die');
    expect(await told(reference)).toHaveLength(point === 'before-commit' ? 0 : 1);
    await system.startService('notifications');
    await failed(reference);
    await until(async () => (await told(reference))[0]?.published_at, 10_000, 'it was not published');
    expect([await told(reference), await notices(reference)]).toMatchObject([[{}], [{}]]);
  });
});
