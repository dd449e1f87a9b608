import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askAcceptedMail,
  askBrand,
  askCompany,
  askInvitationMail,
  askLetter,
  askPortalSignIn,
  controlSubjects,
  letterKindSchema,
  linkLetterQuestionSchema,
  type LinkLetter,
} from '@porchlight/contracts';
import { everythingTaken, until } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { acceptance, company, invitation, letter } from '../test-app/letters';
import { companyId, eventOf, PostOffice } from '../test-app/post-office';
import type { MailKind } from './mail-kind';

/** A lead that came in is told of to several; see its own spec. */
const subjects: Record<Exclude<MailKind, 'lead_captured'>, string> = {
  invitation: 'Alder & Sons invites you to Okafor – Kitchen',
  invitation_accepted: 'Anna Okafor joined Okafor – Kitchen',
  portal_link: 'Your link to Okafor – Kitchen',
  portal_link_renewed: 'Your link to Okafor – Kitchen',
  portal_sign_in: 'Sign in to see Okafor – Kitchen',
  password_reset: 'Choose a new password',
  password_changed: 'Your password was changed',
  email_confirmation: 'Confirm this address',
  email_changed: 'Your address was changed',
};
const ofCompanies = [
  'invitation',
  'invitation_accepted',
  'portal_link',
  'portal_link_renewed',
  'portal_sign_in',
] as const;
const kinds = [...ofCompanies, ...letterKindSchema.options] as const;

describe('a mail of any kind', () => {
  let office: PostOffice;
  let redis: Redis;
  /** What identity says nobody should get. */
  const over = new Set<string>();
  const to = (reference: string, generation: number) => `to-${reference}-${generation}@home.example`;
  /** Ours: a portal's link that leads elsewhere is not mailed. */
  const letterUrl = (reference: string) => `${office.system.origin}/page#CANARY-token-${reference}`;
  const asked = new Map<string, number>();
  /** For questions that do not say which of the mails it is: each asks once. */
  const turnOf = (kind: string, id: string): number => {
    const turn = (asked.get(kind + id) ?? 0) + 1;
    asked.set(kind + id, turn);
    return turn;
  };

  beforeAll(async () => {
    office = await PostOffice.open();
    redis = new Redis(office.system.redisUrl);
    redis.on('error', () => undefined);
    await office.leads.to(askBrand, () => ({ colors: { primary: '#123456', secondary: '#654321' } }));
    const { identity } = office;
    await identity.to(askInvitationMail, ({ invitationId: id, generation }) =>
      over.has(id) ? { sendable: false } : { ...invitation, to: to(id, generation), acceptUrl: letterUrl(id) },
    );
    await identity.to(askAcceptedMail, ({ invitationId: id, generation }) =>
      over.has(id) ? { sendable: false } : { ...acceptance, to: to(id, generation), url: letterUrl(id) },
    );
    await identity.to(askLetter, ({ reference: id, generation }) =>
      over.has(id) ? { sendable: false } : { ...letter, to: to(id, generation), url: letterUrl(id) },
    );
    const wayIn = (kind: string, id: string) => ({
      sendable: true as const,
      to: to(id, turnOf(kind, id)),
      url: letterUrl(id),
      companyId,
      projectName: 'Okafor – Kitchen',
    });
    await identity.to(askCompany, () => company);
    await identity.to(askPortalSignIn, ({ membershipId: id }) =>
      over.has(id) ? { sendable: false } : wayIn('sign_in', id),
    );
    await office.gateway.toControl(controlSubjects.portalLinkLetter, (question): LinkLetter => {
      const { linkId: id, renew } = linkLetterQuestionSchema.parse(question);
      if (over.has(id)) return { sendable: false };
      return { ...wayIn(renew ? 'renewed link' : 'link', id), projectId: companyId, endsOn: null };
    });
  });
  afterAll(async () => {
    redis.disconnect();
    await office.close();
  });

  it.each(kinds)('is written by the one who writes such mails, and sent: %s', async (kind) => {
    const reference = randomUUID();
    await office.publish(eventOf({ kind, reference, generation: 1 }));
    const { email, recipients } = await office.posted(to(reference, 1));
    expect(email.subject).toBe(subjects[kind]);
    expect(recipients).toEqual([to(reference, 1)]);
    expect(email.text).toContain(letterUrl(reference));
    expect(email.html).toContain(letterUrl(reference));
    const sent = await office.row(reference, ({ state }) => state === 'sent');
    expect(sent).toMatchObject({ kind, generation: 1, attempts: 1, fault: null, message_id: email.messageId });
  });

  it('speaks the language it was asked for in, as an invitation that was asked for anew', async () => {
    const reference = randomUUID();
    await office.publish(eventOf({ kind: 'invitation', reference, generation: 1, language: 'es' }));
    const { email } = await office.posted(to(reference, 1));
    expect(email.subject).toBe('Alder & Sons le invita a Okafor – Kitchen');
  });

  it.each(kinds)('is sent once, however often its event comes, and again for another generation: %s', async (kind) => {
    const reference = randomUUID();
    const first = eventOf({ kind, reference, generation: 1 });
    await office.publish(first, first, eventOf({ kind, reference, generation: 1 }));
    await office.posted(to(reference, 1));
    await office.publish(first, eventOf({ kind, reference, generation: 2 }));
    await office.posted(to(reference, 2));
    await everythingTaken(office.system, 'IDENTITY', 'notifications');
    await office.row(reference, ({ generation, state }) => generation === 2 && state === 'sent');
    expect((await office.rows(reference)).map(({ generation, state }) => [generation, state])).toEqual([
      [1, 'sent'],
      [2, 'sent'],
    ]);
    expect(office.sink.to(to(reference, 1))).toHaveLength(1);
    expect(office.sink.to(to(reference, 2))).toHaveLength(1);
  });

  it('of one kind does not stand for another about the same thing', async () => {
    const reference = randomUUID();
    await office.publish(...kinds.map((kind) => eventOf({ kind, reference, generation: 1 })));
    for (const kind of kinds) await office.row(reference, (row) => row.kind === kind && row.state === 'sent');
    expect(
      office.sink
        .to(to(reference, 1))
        .map(({ email }) => email.subject)
        .sort(),
    ).toEqual(Object.values(subjects).sort());
  });

  it.each(kinds)('is not sent when nobody should get it any more: %s', async (kind) => {
    const reference = randomUUID();
    over.add(reference);
    await office.publish(eventOf({ kind, reference, generation: 1 }));
    expect(await office.row(reference, ({ state }) => state === 'skipped')).toMatchObject({ fault: null });
    expect(office.sink.to(to(reference, 1))).toHaveLength(0);
  });

  it('says that a program wrote it, and nothing that bulk mail says', async () => {
    for (const { email } of office.sink.posted) {
      const header = (key: string) => email.headers.filter((each) => each.key === key).map(({ value }) => value);
      expect(header('auto-submitted')).toEqual(['auto-generated']);
      for (const bulk of ['precedence', 'list-unsubscribe', 'list-id', 'x-mailer']) expect(header(bulk)).toEqual([]);
    }
  });

  it('speaks for the company in its colours, and about accounts as Porchlight in its own', async () => {
    const spoken = (subject: string) => {
      const found = office.sink.posted.find(({ email }) => email.subject === subject);
      return { from: found?.email.from?.name, colored: found?.email.html?.includes('#123456') };
    };
    for (const kind of ofCompanies) expect(spoken(subjects[kind])).toEqual({ from: 'Alder & Sons', colored: true });
    for (const kind of letterKindSchema.options)
      expect(spoken(subjects[kind])).toEqual({ from: 'Porchlight', colored: false });
  });

  it('leaves address, link and name in no table, queue or log', async () => {
    const { system, sink } = office;
    const tables = await system.sql<{ name: string }>(
      'notifications',
      'select table_name name from information_schema.tables where table_schema = current_schema()',
    );
    const dump = async (which: (name: string) => boolean) => {
      const rows = await Promise.all(
        tables
          .filter(({ name }) => which(name))
          .map(({ name }) => system.sql<{ line: string }>('notifications', `select t::text line from "${name}" t`)),
      );
      return rows.flat().map(({ line }) => line);
    };
    // The bell says names to the staff; a message that was applied is kept nowhere.
    const seen = [...(await dump((name) => name !== 'notice')), ...system.logs('notifications')].join('\n');
    expect(sink.posted.length).toBeGreaterThan(20);
    expect(seen).toContain('password_reset');
    for (const hidden of ['home.example', 'CANARY', 'Okafor', 'anna@example.com', 'Alder'])
      expect(seen).not.toContain(hidden);
    const told = (await dump((name) => name === 'notice')).join('\n');
    expect(told).toContain('Okafor');
    for (const hidden of ['home.example', 'CANARY', '@']) expect(told).not.toContain(hidden);
  });

  it('waits for identity, with no more in its job than its id', async () => {
    const reference = randomUUID();
    await office.identity.stop();
    await office.publish(...kinds.map((kind) => eventOf({ kind, reference, generation: 1 })));
    for (const kind of kinds)
      expect((await office.row(reference, (row) => row.kind === kind && row.attempts > 0)).state).toBe('queued');
    const said = await until(async () => {
      const jobs = (await redis.keys('porchlight:mail:*')).filter((key) => /:\d+$/.test(key));
      const found = await Promise.all(jobs.map((job) => redis.hget(job, 'data')));
      // A job that was tried in between has made way for its next.
      return found.length >= kinds.length && !found.includes(null) && found;
    }, 10_000);
    for (const data of said) expect(data).toMatch(/^{"mailId":"[0-9a-f-]{36}"}$/);
  });
});
