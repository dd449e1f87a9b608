import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { askBrand, askCapturedLead, askStaffAddress } from '@porchlight/contracts';
import { everythingTaken, until } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { capturedLead, staffAddress } from '../test-app/letters';
import { deletionOf, eventOf, PostOffice, standing } from '../test-app/post-office';

const mostPerHour = 4;

describe('a lead from the public form', () => {
  let office: PostOffice;
  const [ruth, sam, gone] = [randomUUID(), randomUUID(), randomUUID()];
  const addressOf = (personId: string) => `${personId}@alder.example`;
  const deleted = new Set<string>();
  const left = new Set<string>();

  beforeAll(async () => {
    office = await PostOffice.open({ LEAD_MAILS_PER_HOUR: `${mostPerHour}` });
    await office.leads.to(askBrand, () => ({ colors: { primary: '#123456', secondary: '#654321' } }));
    await office.leads.to(askCapturedLead, ({ leadId }) =>
      deleted.has(leadId)
        ? { sendable: false }
        : { ...capturedLead, url: `https://porchlight.example/leads/${leadId}`, notes: 'CANARY-notes' },
    );
    await office.identity.to(askStaffAddress, ({ personId }) =>
      left.has(personId) ? { sendable: false } : { ...staffAddress, to: addressOf(personId) },
    );
    await office.publish(
      standing(ruth, 'owner'),
      standing(sam, 'manager'),
      standing(gone, 'manager'),
      standing(gone, null),
    );
    await everythingTaken(office.system, 'IDENTITY', 'notifications');
  });
  beforeEach(() => office.system.sql('notifications', 'delete from mail'));
  afterAll(() => office.close());

  const capture = async (): Promise<string> => {
    const leadId = randomUUID();
    const event = eventOf({ kind: 'lead_captured', reference: leadId, generation: 1 });
    await office.publish(event, event);
    return leadId;
  };
  const ended = (leadId: string, mails: number) =>
    until(
      async () => {
        const rows = await office.rows(leadId);
        return rows.length === mails && rows.every(({ state }) => state !== 'queued') && rows;
      },
      20_000,
      'its mails did not end',
    );
  const mailed = (leadId: string) => office.sink.posted.filter(({ email }) => email.text?.includes(`/leads/${leadId}`));

  it('is mailed to each of the staff once, and an answer goes to who sent it', async () => {
    const leadId = await capture();
    expect((await ended(leadId, 2)).map(({ state }) => state)).toEqual(['sent', 'sent']);
    const mails = mailed(leadId);
    expect(mails.flatMap(({ recipients }) => recipients).sort()).toEqual([ruth, sam].map(addressOf).sort());
    for (const { email } of mails) {
      expect(email.subject).toBe('New lead: Anna Okafor, Kitchen');
      expect(email.replyTo).toEqual([{ name: 'Anna Okafor', address: 'anna@example.com' }]);
      expect(email.html).toContain('Open the Lead');
    }
    const dump = await office.system.sql('notifications', 'select mail::text from mail');
    expect(JSON.stringify(dump)).not.toMatch(/CANARY|alder\.example|example\.com|Okafor/);
  });

  it('is not mailed once it is deleted, nor to who has left', async () => {
    left.add(sam);
    const kept = await capture();
    expect((await ended(kept, 2)).map(({ state }) => state).sort()).toEqual(['sent', 'skipped']);
    expect(mailed(kept).flatMap(({ recipients }) => recipients)).toEqual([addressOf(ruth)]);
    left.delete(sam);

    const removed = randomUUID();
    deleted.add(removed);
    await office.publish(eventOf({ kind: 'lead_captured', reference: removed, generation: 1 }));
    expect((await ended(removed, 2)).map(({ state }) => state)).toEqual(['skipped', 'skipped']);
    expect(mailed(removed)).toEqual([]);
  });

  it('leaves the bell with its deletion, and does not come back when told late or again', async () => {
    const noticesOf = (leadId: string) =>
      office.system.sql('notifications', 'select from notice where lead_id = $1', [leadId]);
    const [removed, kept] = [await capture(), await capture()];
    await until(
      async () => (await Promise.all([removed, kept].map(noticesOf))).every(({ length }) => length === 1),
      20_000,
      'the notices did not come',
    );
    await office.publish(deletionOf(removed));
    await until(async () => (await noticesOf(removed)).length === 0, 20_000, 'the notice stayed');
    const early = randomUUID();
    const again = (leadId: string) => eventOf({ kind: 'lead_captured', reference: leadId, generation: 1 });
    await office.publish(deletionOf(early));
    await everythingTaken(office.system, 'LEADS', 'notifications');
    await office.publish(again(removed), again(early));
    await everythingTaken(office.system, 'LEADS', 'notifications');
    expect(await Promise.all([removed, early, kept].map(async (id) => (await noticesOf(id)).length))).toEqual([
      0, 0, 1,
    ]);
    expect(await office.rows(early)).toEqual([]);
  });

  it('is told of by the bell however many there are, and mailed up to a bound within the hour', async () => {
    const flood: string[] = [];
    for (let n = 0; n < mostPerHour + 3; n++) flood.push(await capture());
    await everythingTaken(office.system, 'LEADS', 'notifications');
    const [counted] = await office.system.sql<{ leads: number; mails: number }>(
      'notifications',
      'select count(distinct reference)::int as leads, count(*)::int as mails from mail',
    );
    expect(counted).toEqual({ leads: mostPerHour, mails: 2 * mostPerHour });
    const notices = await office.system.sql(
      'notifications',
      'select lead_id, subject, detail from notice where lead_id = any($1)',
      [flood],
    );
    expect(notices).toHaveLength(flood.length);
    expect(notices[0]).toMatchObject({ subject: 'Anna Okafor', detail: 'Kitchen' });

    await office.system.sql('notifications', `update mail set created_at = now() - interval '61 minutes'`);
    await ended(await capture(), 2);
  });
});
