import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { askInviteCustomers, contactReaddressedV1, type DataOf } from '@porchlight/contracts';
import { askAs, everythingTaken, publishAgain, startSystem, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { Crew, type Somebody } from '../membership/test-app/crew';

type Change = Pick<DataOf<typeof contactReaddressedV1>, 'from' | 'to'> & { version: number; by?: Somebody };

const someone = (): string => `${randomUUID()}@home.example`;

describe('a contact with another address', () => {
  let system: System;
  let crew: Crew;
  let contactId: string;
  beforeAll(async () => {
    system = await startSystem({
      services: ['identity', 'projects'],
      env: { identity: { SMTP_CONFIGURED: 'false' } },
    });
    crew = await Crew.start(system);
  });
  beforeEach(() => {
    contactId = randomUUID();
  });
  afterAll(() => system.stop());

  const invited = async (projectId = crew.projectId): Promise<string> => {
    const email = someone();
    const asked = { email, role: 'customer', projectId };
    expect((await crew.owner.client.post('/api/identity/invitations', asked)).status).toBe(201);
    return email;
  };
  /** What leads says, in this order, whatever the versions. */
  const told = async (changes: readonly Change[], projectIds = [crew.projectId]): Promise<void> => {
    const messages = changes.map(({ version, by = crew.owner, from, to }) => ({
      type: contactReaddressedV1.type,
      envelope: JSON.stringify({
        id: randomUUID(),
        type: contactReaddressedV1.type,
        occurredAt: new Date().toISOString(),
        companyId: crew.companyId,
        aggregateId: contactId,
        aggregateVersion: version,
        correlationId: randomUUID(),
        causationId: null,
        traceparent: null,
        data: { contactId, companyId: crew.companyId, projectIds, from, to, by: by.personId },
      }),
    }));
    for (const message of messages) {
      await publishAgain(system, 'leads', [message]);
      await everythingTaken(system, 'LEADS', 'identity');
    }
  };
  const standing = async (...emails: string[]): Promise<Record<string, string>> => {
    const rows = await system.sql<{ email: string; state: string }>(
      'identity',
      `select email, state from invitation where email = any($1)`,
      [emails],
    );
    return Object.fromEntries(rows.map(({ email, state }) => [email, state]));
  };

  it('takes its invitation along, change after change', async () => {
    const [a, b, c] = [await invited(), someone(), someone()];
    await told([
      { version: 2, from: a, to: b },
      { version: 3, from: b, to: c },
    ]);
    expect(await standing(a, b, c)).toEqual({ [c]: 'pending' });
  });

  it('does not bring it to an address that was left before word of it came', async () => {
    const [a, b, c] = [await invited(), someone(), someone()];
    await told([
      { version: 3, from: b, to: c },
      { version: 2, from: a, to: b },
    ]);
    expect(await standing(a, b, c)).toEqual({ [a]: 'revoked' });
  });

  it('takes it along to an address that was invited there before, which keeps one invitation', async () => {
    const [a, b, waiting, c] = [await invited(), await invited(), await invited(), await invited()];
    const { items } = (await crew.owner.client.get(`/api/identity/invitations?projectId=${crew.projectId}`)).body;
    const { id } = items.find(({ email }: { email: string }) => email === b);
    expect((await crew.owner.client.delete(`/api/identity/invitations/${id}`)).status).toBe(204);
    await told([{ version: 2, from: a, to: b }]);
    contactId = randomUUID();
    await told([{ version: 2, from: c, to: waiting }]);
    expect(await standing(a, b)).toEqual({ [a]: 'revoked', [b]: 'pending' });
    expect(await standing(c, waiting)).toEqual({ [c]: 'revoked', [waiting]: 'pending' });
  });

  it('is told of in parts, which are one change', async () => {
    const { body } = await crew.owner.client.post('/api/projects', { name: 'Shed' });
    const [a, b] = [await invited(), someone()];
    const asked = { email: a, role: 'customer', projectId: body.id };
    expect((await crew.owner.client.post('/api/identity/invitations', asked)).status).toBe(201);
    await told([{ version: 2, from: a, to: b }]);
    await told([{ version: 2, from: a, to: b }], [body.id]);
    const rows = await system.sql('identity', 'select state from invitation where email = $1', [b]);
    expect(rows).toEqual([{ state: 'pending' }, { state: 'pending' }]);
  });

  it('loses it where whoever said so may not invite there now', async () => {
    const manager = await crew.joins('manager');
    const customer = await crew.joins('customer');
    const [a, b, c] = [await invited(), await invited(), await invited()];
    const [d, e, f] = [someone(), someone(), someone()];
    await told([{ version: 2, from: a, to: d, by: manager }]);
    expect((await crew.owner.client.delete(crew.staff(manager))).status).toBeLessThan(300);
    contactId = randomUUID();
    await told([{ version: 2, from: b, to: e, by: manager }]);
    contactId = randomUUID();
    await told([{ version: 2, from: c, to: f, by: customer }]);
    expect(await standing(a, b, c, d, e, f)).toEqual({ [d]: 'pending', [b]: 'revoked', [c]: 'revoked' });
  });

  it('is invited on the word of nobody but whose session it is', async () => {
    const manager = await crew.joins('manager');
    const sidOf = ({ client }: Somebody): string => {
      const [, claims = ''] = (client.accessToken ?? '').split('.');
      return JSON.parse(Buffer.from(claims, 'base64url').toString()).sid;
    };
    const ask = async (personId: string, sid: string) => {
      const caller = { personId, sid, membershipVersion: 1 };
      const customers = [{ email: someone(), name: 'Ada' }];
      const question = { caller, projectId: crew.projectId, message: null, customers };
      const { results } = await askAs(system, 'leads', askInviteCustomers, question);
      return results.map(({ status, error }) => error?.code ?? status);
    };
    expect(await ask(manager.personId, sidOf(manager))).toEqual(['pending']);
    expect(await ask(crew.owner.personId, sidOf(manager))).toEqual(['unauthenticated']);
    expect((await manager.client.delete('/api/identity/sessions/current')).status).toBe(204);
    expect(await ask(manager.personId, sidOf(manager))).toEqual(['unauthenticated']);
  });
});
