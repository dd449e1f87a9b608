import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, startSystem, type System, until } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';

interface Access {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly invitationId: string | null;
}
interface Result {
  readonly contactId: string;
  readonly status: string;
  readonly error?: { readonly code: string };
}

const someone = (): string => `${randomUUID()}@home.example`;
/** The bound within which what happened elsewhere shows here. */
const liveMs = 10_000;

describe('the contacts of a lead', () => {
  let system: System;
  let owner: Client;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads', 'notifications'] });
    owner = system.client();
    await owner.register();
  });
  afterAll(() => system.stop());

  const openLead = async (contacts: object[]) => {
    const { body } = await owner.post('/api/leads', { projectType: 'Kitchen', client: { name: 'Okafors', contacts } });
    return body;
  };
  const published = async (contacts: object[]) => {
    const lead = await openLead(contacts);
    const { portal } = (await owner.post(`/api/leads/${lead.id}/publish`, { name: 'Kitchen', welcomeMessage: '' }))
      .body;
    return { ...lead, projectId: portal.projectId };
  };
  const invite = async (leadId: string, contactIds: string[], by = owner): Promise<Result[]> => {
    const { status, body } = await by.post(`/api/leads/${leadId}/invitations`, { contactIds, message: 'Have a look.' });
    expect({ status, body }).toMatchObject({ status: 200 });
    return body.results;
  };
  const access = async (leadId: string): Promise<Access[]> =>
    (await owner.get(`/api/leads/${leadId}/contacts`)).body.items;
  const states = async (leadId: string) => (await access(leadId)).map(({ state }) => state);
  const tokenFor = async (address: string): Promise<string> => {
    const mail = await system.mail.waitFor(({ to, text }) => to.includes(address) && text.includes('/invite#'));
    return /\/invite#([\w-]+)/.exec(mail.text)?.[1] ?? '';
  };
  const accept = (token: string) =>
    system.client().post('/api/identity/invitations/accept', { token, name: 'Ada', password: 'a quiet evening porch' });
  /** Follows the hints of a lead until its only contact is in this state; nothing is asked without a hint. */
  const becomes = async (leadId: string, wanted: string, act: () => Promise<unknown>): Promise<void> => {
    const heard = await owner.follow('/api/leads/changes');
    try {
      await act();
      let seen = 0;
      await until(
        async () => {
          const told = heard.hints.filter(({ id }) => id === leadId).length;
          if (told === seen) return false;
          seen = told;
          return (await states(leadId))[0] === wanted;
        },
        liveMs,
        `it did not become ${wanted}`,
      );
    } finally {
      heard.close();
    }
  };

  it('are invited twenty at once: seventeen sent, and of three is said why not', async () => {
    const [member, refused] = [someone(), someone()];
    system.mail.refuseRecipient(refused);
    const good = Array.from({ length: 17 }, (_, n) => ({ name: `Guest ${n}`, email: someone() }));
    const bad = [{ name: 'No Mail' }, { name: 'Member', email: member }, { name: 'Gone', email: refused }];
    const lead = await published([...good, ...bad]);
    await owner.post('/api/identity/invitations', { email: member, role: 'customer', projectId: lead.projectId });
    expect((await accept(await tokenFor(member))).status).toBe(201);

    const contacts: { id: string; name: string }[] = lead.client.contacts;
    const results = await invite(
      lead.id,
      contacts.map(({ id }) => id),
    );
    expect(results.map(({ contactId }) => contactId)).toEqual(contacts.map(({ id }) => id));
    const why = new Map(results.map(({ contactId, status, error }) => [contactId, error?.code ?? status]));
    const said = (name: string) => why.get(contacts.find((contact) => contact.name === name)?.id ?? '');
    expect(results.filter(({ status }) => status === 'invited')).toHaveLength(18);
    expect([said('No Mail'), said('Member')]).toEqual(['contact_without_email', 'already_member']);

    // Identity tells who is in already, notifications whose address was refused; each in its own time.
    const shown = await until(
      async () => {
        const now = new Map((await access(lead.id)).map(({ name, state }) => [name, state]));
        return now.get('Gone') === 'undeliverable' && now.get('Member') === 'joined' && now;
      },
      20_000,
      'the refused address or the member does not show',
    );
    expect(shown.get('No Mail')).toBe('no_email');
    expect([...shown.values()].filter((state) => state === 'invited')).toHaveLength(17);
    await Promise.all(good.map(({ email }) => tokenFor(email)));

    system.mail.acceptRecipient(refused);
    const everybody = contacts.map(({ id }) => id);
    const again = await Promise.all([invite(lead.id, everybody), invite(lead.id, everybody)]);
    expect(again).toEqual([results, results]);
    const sent = await system.sql(
      'identity',
      `select 1 from outbox where type = 'identity.invitation.sent.v1' and aggregate_id in
         (select id from invitation where project_id = $1)`,
      [lead.projectId],
    );
    // Only to whom the mail came back it goes out once more, by another link, and once though two asked.
    expect(sent).toHaveLength(1 + 18 + 1);
    const generations = await system.sql<{ email: string; generation: number }>(
      'identity',
      'select email, generation from invitation where project_id = $1 and generation > 1',
      [lead.projectId],
    );
    expect(generations).toEqual([{ email: refused, generation: 2 }]);
    const trail = await system.sql<{ subject: string }>(
      'leads',
      `select subject from lead_activity where lead_id = $1 and action = 'invited'`,
      [lead.id],
    );
    expect(trail).toHaveLength(18 + 1);
    expect(trail.filter(({ subject }) => subject === 'Gone')).toHaveLength(2);
  });

  it('show live how far each has come, from the invitation to the removal', async () => {
    const email = someone();
    const lead = await published([{ name: 'Ada', email }]);
    expect(await states(lead.id)).toEqual(['not_invited']);
    await becomes(lead.id, 'invited', () => invite(lead.id, [lead.client.contacts[0].id]));
    const id = (await access(lead.id))[0]?.invitationId;
    await becomes(lead.id, 'cancelled', () => owner.delete(`/api/identity/invitations/${id}`));
    await becomes(lead.id, 'invited', () => invite(lead.id, [lead.client.contacts[0].id]));
    await system.sql('leads', `update invitation set expires_at = now() - interval '1 second' where id = $1`, [id]);
    expect(await states(lead.id)).toEqual(['expired']);
    await becomes(lead.id, 'invited', () => owner.post(`/api/identity/invitations/${id}/resend`));
    const token = await until(async () => {
      const newest = await tokenFor(email);
      const { body } = await owner.post('/api/identity/invitations/inspect', { token: newest });
      return body.status === 'pending' ? newest : undefined;
    }, liveMs);
    const { person } = (await accept(token)).body;
    await until(
      async () => {
        const [state = ''] = await states(lead.id);
        expect(['invited', 'joined']).toContain(state);
        return state === 'joined';
      },
      liveMs,
      'nobody joined',
    );
    await becomes(lead.id, 'removed', () =>
      owner.delete(`/api/identity/projects/${lead.projectId}/members/${person.id}`),
    );
  });

  it('take their pending invitation to a new address, by a new link; the old one is dead', async () => {
    const [from, to] = [someone(), someone()];
    const lead = await published([{ name: 'Ada', email: from }]);
    const [ada] = lead.client.contacts;
    await invite(lead.id, [ada.id]);
    const old = await tokenFor(from);
    const contact = `/api/leads/clients/${lead.client.id}/contacts/${ada.id}`;
    await owner.patch(contact, { email: to }, { ifMatch: lead.client.version });
    const fresh = await tokenFor(to);
    expect(await accept(old)).toMatchObject({ status: 410, body: { code: 'invitation_superseded' } });
    expect(await states(lead.id)).toEqual(['invited']);
    const { body } = await owner.get(`/api/identity/invitations?projectId=${lead.projectId}`);
    expect(body.items).toMatchObject([{ email: to, status: 'pending' }]);

    const joined = await accept(fresh);
    expect(joined.status).toBe(201);
    await until(async () => (await states(lead.id))[0] === 'joined', liveMs, 'nobody joined');
    // What was accepted stays, and stays theirs.
    await owner.patch(contact, { email: someone() }, { ifMatch: lead.client.version + 1 });
    expect(await states(lead.id)).toEqual(['joined']);

    await becomes(lead.id, 'removed', () =>
      owner.delete(`/api/identity/projects/${lead.projectId}/members/${joined.body.person.id}`),
    );
    await becomes(lead.id, 'invited', () => invite(lead.id, [ada.id]));
  });

  it('are who joined also when deleted and added anew, or when leads had not heard of it', async () => {
    const email = someone();
    const lead = await published([{ name: 'Ada', email }]);
    const { id, version, contacts } = lead.client;
    await invite(lead.id, [contacts[0].id]);
    expect((await accept(await tokenFor(email))).status).toBe(201);
    await until(async () => (await states(lead.id))[0] === 'joined', liveMs, 'nobody joined');
    await owner.delete(`/api/leads/clients/${id}/contacts/${contacts[0].id}`, { ifMatch: version });
    const added = (await owner.post(`/api/leads/clients/${id}/contacts`, { name: 'Ada', email })).body;
    expect(await states(lead.id)).toEqual(['joined']);

    // As it stands here between the acceptance and the news of it.
    const invitation = 'update invitation set state = $2, accepted_by = $3 where project_id = $1 returning accepted_by';
    const [before] = await system.sql<{ accepted_by: string }>(
      'leads',
      'select accepted_by from invitation where project_id = $1',
      [lead.projectId],
    );
    await system.sql('leads', invitation, [lead.projectId, 'pending', null]);
    const moved = { email: someone() };
    const path = `/api/leads/clients/${id}/contacts/${added.id}`;
    expect((await owner.patch(path, moved, { ifMatch: version + 2 })).status).toBe(200);
    await system.sql('leads', invitation, [lead.projectId, 'accepted', before?.accepted_by]);
    expect(await states(lead.id)).toEqual(['joined']);
  });

  it('lose it with their address, and to whom the new address belongs already', async () => {
    const [one, other, third] = [someone(), someone(), someone()];
    const lead = await published([
      { name: 'Ada', email: one },
      { name: 'Ben', email: other },
      { name: 'Cyd', email: third },
    ]);
    const [ada, ben, cyd] = lead.client.contacts;
    await invite(lead.id, [ada.id, ben.id, cyd.id]);
    const tokens = await Promise.all([one, other, third].map(tokenFor));
    const contacts = `/api/leads/clients/${lead.client.id}/contacts`;
    const { version } = lead.client;
    await owner.patch(`${contacts}/${ada.id}`, { email: null }, { ifMatch: version });
    await owner.patch(`${contacts}/${ben.id}`, { email: third }, { ifMatch: version + 1 });
    const revoked = `select 1 from invitation where email = any($1) and state = 'revoked'`;
    await until(
      async () => (await system.sql('identity', revoked, [[one, other]])).length === 2,
      liveMs,
      'a link outlived its address',
    );
    for (const token of tokens.slice(0, 2))
      expect(await accept(token)).toMatchObject({ status: 410, body: { code: 'invitation_revoked' } });
    expect(await states(lead.id)).toEqual(['no_email', 'invited', 'invited']);
  });

  it('are told apart where identity is away, and invited when it is asked again', async () => {
    const lead = await published([{ name: 'Ada', email: someone() }, { name: 'Ben' }]);
    const ids = lead.client.contacts.map(({ id }: { id: string }) => id);
    await system.kill('identity', 'SIGSTOP');
    const asked = invite(lead.id, ids);
    const away = await asked.finally(() => system.kill('identity', 'SIGCONT'));
    expect(away.map(({ error }) => error?.code)).toEqual(['unavailable', 'contact_without_email']);
    const again = await invite(lead.id, ids);
    expect(again.map(({ status }) => status)).toEqual(['invited', 'refused']);
  });

  it('publish a captured lead with the first of them, once, whoever presses what at the same time', async () => {
    const lead = await openLead([{ name: 'Ada', email: someone() }, { name: 'Ben' }]);
    const [ada, ben] = lead.client.contacts;
    const unpublished = await owner.post(`/api/leads/${lead.id}/invitations`, { contactIds: [ada.id] });
    expect(unpublished).toMatchObject({ status: 409 });
    await system.sql(
      'leads',
      `insert into portal (project_id, company_id, lead_id, version, name, welcome_message, shell_version, shell_bytes, created_at)
       select reserved_project_id, company_id, id, 1, 'From the form', 'Hello.', 0, '', now() from lead where id = $1`,
      [lead.id],
    );
    await invite(lead.id, [ben.id]);
    expect((await owner.get(`/api/leads/${lead.id}`)).body).toMatchObject({ portal: null, hasShell: true });

    const publish = () => owner.post(`/api/leads/${lead.id}/publish`, { name: 'Mine', welcomeMessage: '' });
    const inviteAda = () => owner.post(`/api/leads/${lead.id}/invitations`, { contactIds: [ada.id] });
    const remove = () => owner.delete(`/api/leads/${lead.id}`, { ifMatch: lead.version });
    const presses = await Promise.all(
      Array.from({ length: 50 }, (_, n) => (n === 25 ? remove() : n % 5 === 0 ? inviteAda() : publish())),
    );
    expect(presses.filter(({ status }) => status >= 500)).toEqual([]);
    const gone = (await owner.get(`/api/leads/${lead.id}`)).status === 404;
    const [count] = await system.sql<{ portals: number; told: number }>(
      'leads',
      `select (select count(*)::int from portal p where p.project_id = e.id) portals,
              (select count(*)::int from outbox where type = 'leads.portal.published.v1' and aggregate_id = e.id) told
       from (select $1::uuid id) e`,
      [
        (await system.sql<{ id: string }>('leads', `select project_id id from portal where lead_id = $1`, [lead.id]))[0]
          ?.id ?? randomUUID(),
      ],
    );
    expect(count).toEqual(gone ? { portals: 0, told: 0 } : { portals: 1, told: 1 });
    if (gone) return;
    expect(presses[25]).toMatchObject({ status: 409, body: { code: 'lead_published' } });
    expect(await states(lead.id)).toEqual(['invited', 'no_email']);
  });

  it('are known as they stood before leads heard of invitations: it fetches those by itself', async () => {
    const lead = await published([{ name: 'Ada', email: someone() }]);
    await invite(lead.id, [lead.client.contacts[0].id]);
    await system.kill('leads');
    const event = `type = 'identity.invitation.changed.v1'`;
    for (const statement of [
      'delete from invitation',
      `delete from applied_state where ${event}`,
      `delete from reconciled where ${event}`,
    ])
      await system.sql('leads', statement);
    await system.startService('leads');
    await until(async () => (await states(lead.id))[0] === 'invited', 20_000, 'the old invitation did not come back');
  });

  it('are nothing to strangers', async () => {
    const lead = await published([{ name: 'Ada', email: someone() }]);
    const stranger = system.client();
    await stranger.register();
    expect((await stranger.get(`/api/leads/${lead.id}/contacts`)).status).toBe(404);
    const contactIds = [lead.client.contacts[0].id];
    expect((await stranger.post(`/api/leads/${lead.id}/invitations`, { contactIds })).status).toBe(404);
    expect(await states(lead.id)).toEqual(['not_invited']);
  });
});
