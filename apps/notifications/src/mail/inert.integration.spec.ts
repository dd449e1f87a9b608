import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askAcceptedMail,
  askBrand,
  askCapturedLead,
  askInvitationMail,
  askLetter,
  askStaffAddress,
  letterKindSchema,
} from '@porchlight/contracts';
import { until } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { inSentence } from '../letter/in-sentence';
import { hostileLines, hostileMessages, longWord } from '../test-app/hostile-texts';
import { acceptance, capturedLead, invitation, letter, staffAddress } from '../test-app/letters';
import { eventOf, type MailRow, PostOffice, standing } from '../test-app/post-office';
import { logoOf } from '../test-app/logos';
import { fetches, type Page, read } from '../test-app/reader';
import type { Posted } from '../test-app/sink';
import type { MailKind } from './mail-kind';

interface Typed {
  /** In every name and line that reaches the mail. */
  readonly line: string;
  /** In the message of an invitation, or the notes of a lead. */
  readonly message: string;
}

const harmless: Typed = { line: 'Harmless', message: 'Harmless' };
const inLines: Typed[] = [
  ...hostileLines.map((line) => ({ line, message: line })),
  { line: longWord(120), message: longWord(400) },
];
const inMessages: Typed[] = hostileMessages
  .slice(hostileLines.length)
  .map((message) => ({ line: 'Harmless', message }));
/** The kinds of mail that say what people typed, and what of it. */
const typedIn = {
  invitation: [...inLines, ...inMessages],
  invitation_accepted: inLines,
  lead_captured: [...inLines, ...inMessages],
} as const;
const saying = ['invitation', 'invitation_accepted', 'lead_captured'] as const;
const casesOf = (kind: keyof typeof typedIn) =>
  typedIn[kind].map((typed): [string, Typed] => [JSON.stringify(typed.message).slice(0, 60), typed]);
/** Enough for the others, which say none of it. */
const some = inLines.filter((_, index) => index % 10 === 0);

/** As much of it as a telephone number may be long. */
const phoneOf = (line: string): string => line.slice(0, 40).trim();

const lineEnds = /\r\n?|[\n\u0085\u2028\u2029]/;
/** Spaces at the ends of lines are not seen. */
const seen = (text: string): string =>
  text
    .split(lineEnds)
    .map((line) => line.trimEnd())
    .join('\n');
/** Reads the text part as a person does: quoted lines without their mark. */
const plain = (text = ''): string =>
  seen(
    text
      .split(lineEnds)
      .map((line) => line.replace(/^> ?/, ''))
      .join('\n'),
  );
/** A header as it is seen; see `asHeader` for the mark that is not. */
const header = (text = ''): string => text.replaceAll('\u2060', '');

/** What each part of a mail says it is, by the boundaries that the mail itself names. */
const partsOf = (source: string): string[] => {
  const boundaries = [...source.matchAll(/boundary="([^"]+)"/g)].map(([, boundary = '']) => boundary);
  return boundaries
    .reduce((parts, boundary) => parts.flatMap((part) => part.split(`--${boundary}`)), [source])
    .map((part) => /^content-type: [^;\r]*/im.exec(part.split('\r\n\r\n')[0] ?? '')?.[0] ?? '');
};

describe('what somebody typed', () => {
  let office: PostOffice;
  const typedFor = new Map<string, Typed>();
  const references = new Map<string, string>();
  /** By what they are about: those of leads all go to the same of the staff. */
  const messageIds = new Map<string, string>();
  const to = (reference: string) => `to-${reference}@home.example`;

  const order = (kind: MailKind, typed: Typed) => {
    const reference = randomUUID();
    typedFor.set(reference, typed);
    references.set(`${kind} ${typed.line} ${typed.message}`, reference);
    return eventOf({ kind, reference, generation: 1 });
  };
  const mailOf = (kind: MailKind, typed: Typed): Posted => {
    const reference = references.get(`${kind} ${typed.line} ${typed.message}`) ?? '';
    const mails = office.sink.posted.filter(({ email }) => messageIds.get(reference) === email.messageId);
    const [mail] = mails;
    if (!mail || mails.length > 1) throw new Error(`${mails.length} mails instead of one`);
    return mail;
  };
  const pages = new Map<Posted, Page>();
  /** Each mail is read once: it takes longer than everything else here. */
  const pageOf = (mail: Posted): Page => {
    const page = pages.get(mail) ?? read(mail.email.html ?? '');
    pages.set(mail, page);
    return page;
  };
  const line = (reference: string) => typedFor.get(reference)?.line ?? '';

  let left: unknown = 'any';
  const allSent = async (): Promise<boolean> => {
    const rows = await office.system.sql<MailRow>('notifications', 'select * from mail');
    left = rows
      .filter(({ state }) => state !== 'sent')
      .map(({ kind, fault, reference }) => [kind, fault, typedFor.get(reference)]);
    for (const { reference, message_id } of rows) messageIds.set(reference, message_id);
    return rows.length === typedFor.size && rows.every(({ state }) => state === 'sent');
  };

  beforeAll(async () => {
    office = await PostOffice.open({ LEAD_MAILS_PER_HOUR: '1000' });
    const { identity, leads } = office;
    const logo = await logoOf('#123456');
    await leads.to(askBrand, () => ({ colors: { primary: '#123456', secondary: '#654321' }, logo }));
    await identity.to(askInvitationMail, ({ invitationId: id }) => ({
      ...invitation,
      to: to(id),
      companyName: line(id),
      projectName: line(id),
      contact: { name: line(id), phone: phoneOf(line(id)), email: 'ruth@alder.example' },
      message: typedFor.get(id)?.message ?? '',
    }));
    await identity.to(askAcceptedMail, ({ invitationId: id }) => ({
      ...acceptance,
      to: to(id),
      personName: line(id),
      companyName: line(id),
      projectName: line(id),
    }));
    await leads.to(askCapturedLead, ({ leadId: id }) => ({
      ...capturedLead,
      companyName: line(id),
      clientName: line(id),
      phone: phoneOf(line(id)),
      siteAddress: line(id),
      projectType: line(id),
      notes: typedFor.get(id)?.message ?? '',
    }));
    await identity.to(askStaffAddress, () => staffAddress);
    await identity.to(askLetter, ({ reference: id }) => ({ ...letter, to: to(id), personName: line(id) }));

    const orders = [
      ...saying.flatMap((kind) => [harmless, ...typedIn[kind]].map((typed) => order(kind, typed))),
      ...letterKindSchema.options.flatMap((kind) => [harmless, ...some].map((typed) => order(kind, typed))),
    ];
    const ruth = randomUUID();
    await office.publish(standing(ruth, 'owner'));
    await until(
      async () => (await office.system.sql('notifications', 'select from member where person_id = $1', [ruth])).length,
      10_000,
      'nobody is on the staff',
    );
    await office.publish(...orders);
    await until(allSent, 200_000, () => `not sent: ${JSON.stringify(left)}`);
  }, 300_000);
  afterAll(() => office.close());

  it('makes no mail but the one it is in', () => {
    expect(office.sink.posted).toHaveLength(typedFor.size);
    for (const { recipients, email } of office.sink.posted) {
      expect(recipients).toHaveLength(1);
      expect(email.to).toEqual([{ name: '', address: recipients[0] }]);
      expect({ cc: email.cc, bcc: email.bcc }).toEqual({});
      // The logo in the mails that speak for a company, and nothing else in any.
      expect(email.attachments.map(({ mimeType, disposition, filename }) => [mimeType, disposition, filename])).toEqual(
        email.from?.name === 'Porchlight' ? [] : [['image/png', 'inline', 'logo.png']],
      );
      expect(email.from?.address).toBe('no-reply@porchlight.localhost');
    }
  });

  describe.each(saying)('in a mail of the kind %s', (kind) => {
    it.each(casesOf(kind))('adds no header, and changes none: %s', (_, typed) => {
      const { email, source } = mailOf(kind, typed);
      const plainMail = mailOf(kind, harmless);
      expect(email.headers.map(({ key }) => key)).toEqual(plainMail.email.headers.map(({ key }) => key));
      expect(email.replyTo?.map(({ address }) => address)).toEqual(
        plainMail.email.replyTo?.map(({ address }) => address),
      );
      expect(partsOf(source)).toEqual(partsOf(plainMail.source));
      for (const sourceLine of source.split('\r\n')) expect(sourceLine.length).toBeLessThanOrEqual(998);
      // Only ASCII, and no line end but CRLF, so no server on the way reads it another way.
      expect(source).toMatch(/^(?:[\t\x20-\x7e]|\r\n)*$/);
    });

    it.each(casesOf(kind))('adds no element, attribute or comment, and fetches nothing: %s', (_, typed) => {
      const [loaded, other] = [pageOf(mailOf(kind, typed)), pageOf(mailOf(kind, harmless))];
      const withoutBreaks = (structure: readonly string[]) => structure.filter((element) => element !== 'br');
      expect(withoutBreaks(loaded.structure)).toEqual(withoutBreaks(other.structure));
      const breaks = kind !== 'invitation_accepted' ? typed.message.trim().split(/\r\n?|\n/).length - 1 : 0;
      expect(loaded.structure.length - other.structure.length).toBe(breaks);
      expect(loaded.rest).toEqual(other.rest);
      expect(loaded.links).toEqual(other.links);
      expect(fetches(mailOf(kind, harmless).email.html ?? '')).toEqual([]);
    });
  });

  const name = (typed: Typed) => inSentence(typed.line);

  it.each(casesOf('invitation'))('is read as it was typed, in an invitation: %s', (_, typed) => {
    const mail = mailOf('invitation', typed);
    const { email } = mail;
    const { shown, alts } = pageOf(mail);
    expect(alts).toEqual([name(typed).replaceAll(/\s+/g, ' ')]);
    const message = typed.message.replaceAll(/\r\n?/g, '\n').trim();
    expect(header(email.subject)).toBe(`${name(typed)} invites you to ${name(typed)}`);
    expect(header(email.from?.name)).toBe(name(typed));
    expect(email.replyTo).toEqual([{ name: expect.any(String), address: 'ruth@alder.example' }]);
    expect(header(email.replyTo?.[0]?.name)).toBe(name(typed));
    for (const text of [shown, plain(email.text)]) {
      expect(text).toContain(`${name(typed)} has made a page for ${name(typed)}. It`);
      expect(text).toContain(
        `Questions? ${name(typed)}, ${name(typed)}: ${inSentence(phoneOf(typed.line))} or ruth@alder.example`,
      );
    }
    expect(shown).toContain(message);
    expect(plain(email.text)).toContain(seen(message));
  });

  it.each(casesOf('invitation_accepted'))(
    'is read as it was typed, in the mail about an acceptance: %s',
    (_, typed) => {
      const mail = mailOf('invitation_accepted', typed);
      const { email } = mail;
      expect(header(email.subject)).toBe(`${name(typed)} joined ${name(typed)}`);
      expect(email.replyTo).toEqual([{ name: expect.any(String), address: 'anna@example.com' }]);
      expect(header(email.replyTo?.[0]?.name)).toBe(name(typed));
      for (const text of [pageOf(mail).shown, plain(email.text)]) {
        expect(text).toContain(`${name(typed)} joined ${name(typed)}`);
        expect(text).toContain(`${name(typed)} (anna@example.com) accepted your invitation`);
      }
    },
  );

  it.each(casesOf('lead_captured'))('is read as it was typed, in the mail about a lead: %s', (_, typed) => {
    const mail = mailOf('lead_captured', typed);
    const { email } = mail;
    const { shown, alts } = pageOf(mail);
    const message = typed.message.replaceAll(/\r\n?/g, '\n').trim();
    expect(alts).toEqual([name(typed).replaceAll(/\s+/g, ' ')]);
    expect(header(email.subject)).toBe(`New lead: ${name(typed)}, ${name(typed)}`);
    expect(header(email.from?.name)).toBe(name(typed));
    expect(email.replyTo).toEqual([{ name: expect.any(String), address: 'anna@example.com' }]);
    expect(header(email.replyTo?.[0]?.name)).toBe(name(typed));
    for (const text of [shown, plain(email.text)]) {
      expect(text).toContain(`${name(typed)} wrote to you by the form on your site, about: ${name(typed)}.`);
      expect(text).toContain(`Telephone: ${inSentence(phoneOf(typed.line))}\nSite: ${name(typed)}`);
    }
    expect(shown).toContain(message);
    expect(plain(email.text)).toContain(seen(message));
  });

  it.each(letterKindSchema.options)('has no place in a letter about an account: %s', (kind) => {
    const said = ({ email: { subject, text, html } }: Posted, typed: Typed) =>
      JSON.stringify([subject, text, html]).replaceAll(
        references.get(`${kind} ${typed.line} ${typed.message}`) ?? '-',
        '',
      );
    for (const typed of some) expect(said(mailOf(kind, typed), typed)).toBe(said(mailOf(kind, harmless), harmless));
  });
});
