import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, storedMessages, until, type Client, type System } from '@porchlight/testing';
import { knowEverywhere, placesHolding, type KnownEverywhere } from './test-app/known-everywhere';
import { Operator } from './test-app/operator';

let system: System;
let operator: Operator;

beforeAll(async () => {
  system = await startSystem();
  operator = await Operator.of(system);
});
afterAll(async () => {
  await system.stop();
  await operator.leave();
});

const held = async (email: string) => JSON.parse(await operator.does('person', 'export', email)).held;

describe('what is held of a person', () => {
  let owner: Client;
  const anna = 'anna@bright.example';

  beforeAll(async () => {
    owner = system.client();
    await owner.register();
    const contact = (name: string, email: string) => ({ name, email, phone: '+1 555 010 0100' });
    for (const [name, email] of [
      ['Anna Bright', anna],
      ['Ben Alder', 'joanna@bright.example'],
    ] as const) {
      const client = { name: `${name}'s house`, contacts: [contact(name, email)] };
      const lead = { projectType: 'Kitchen', client, notes: `Met ${name} at the fair` };
      expect(await owner.post('/api/leads', lead)).toMatchObject({ status: 201 });
    }
    const copied = async () => (await system.sql('projects', 'select from person')).length > 0;
    await until(copied, 20_000, 'projects did not hear of the owner');
  });

  it('of a client is their household, their leads and nobody else', async () => {
    const { leads, identity } = await held(anna.toUpperCase());
    expect(identity).toBeUndefined();
    expect(leads.contact).toMatchObject([{ name: 'Anna Bright', email: anna, phone: '+1 555 010 0100' }]);
    expect(leads.client).toMatchObject([{ name: "Anna Bright's house" }]);
    expect(leads.lead).toMatchObject([{ notes: 'Met Anna Bright at the fair' }]);
    expect(JSON.stringify(leads)).not.toContain('Alder');
  });

  it('of an account is what each service knows by its id, and no secret', async () => {
    const everything = await held(owner.email);
    expect(everything.identity.person).toMatchObject([{ email: owner.email }]);
    expect(everything.identity.membership).toMatchObject([{ role: 'owner' }]);
    expect(everything.identity.session).toHaveLength(1);
    expect(everything.projects.person).toHaveLength(1);
    expect(everything.leads.member).toHaveLength(1);
    expect(JSON.stringify(everything)).not.toMatch(/hash|argon2/);
  });

  it('is nothing where nobody is known', async () => {
    const nobody = await operator.admin('person', 'export', 'nobody@example.com');
    expect(nobody).toMatchObject({ code: 1, out: '', err: expect.stringContaining('nobody is known') });
    expect((await operator.admin('person', 'export', '%')).code).toBe(2);
  });
});

describe('a person who is erased', () => {
  let owner: Client;
  let anna: KnownEverywhere;
  const traces = async (): Promise<string[]> => [
    ...(await placesHolding(system, anna.email)),
    ...(await placesHolding(system, anna.name)),
    ...(await placesHolding(system, anna.phone)),
  ];
  const seenBy = async (url: string) => {
    const viewer = system.client();
    const { pathname, search } = new URL(url);
    await viewer.get(pathname + search);
    return viewer.get(`/api/portal/${anna.projectId}`);
  };

  beforeAll(async () => {
    owner = system.client();
    await owner.register();
    anna = await knowEverywhere(system, owner);
    // As another company knows them: an invitation that nobody has answered.
    const other = system.client();
    const { company } = await other.register();
    const invitation = { email: anna.email, role: 'manager', companyId: company.id, message: `Hello ${anna.name}` };
    expect(await other.post('/api/identity/invitations', { ...invitation, name: anna.name })).toMatchObject({
      status: 201,
    });
    system.mail.refuseWith('not now');
    expect((await system.client().post('/api/identity/password-resets', { email: anna.email })).status).toBe(202);
    const queued = async () =>
      (await system.sql('notifications', `select from mail where state = 'queued' and kind = 'password_reset'`)).length;
    await until(async () => (await queued()) > 0, 10_000, 'no mail is queued');
  });

  it('is told what would happen first, and stays', async () => {
    const looked = await operator.admin('person', 'erase', anna.email);
    expect(looked).toMatchObject({ code: 1, err: expect.stringContaining('say --yes') });
    expect(looked.out).toContain('1 accounts, 1 contacts, 2 links');
    expect(looked.out).toContain('rows of projects.activity');
    expect((await held(anna.email)).projects.note).toHaveLength(1);
  });

  it('stays whole where the erasure was interrupted', async () => {
    await system.stopNats();
    const interrupted = await operator.admin('person', 'erase', anna.email, '--yes');
    expect(interrupted).toMatchObject({ code: 1, err: expect.stringContaining('nothing was erased') });
    expect((await held(anna.email)).leads.contact).toMatchObject([{ email: anna.email }]);
    await system.startNats();
  });

  it('is found nowhere any more, in no table and in no stream', async () => {
    expect(await traces()).toEqual(
      expect.arrayContaining(['portal-gateway.view', 'leads.dead_letter', 'projects.activity', 'notifications.member']),
    );
    await operator.does('person', 'erase', anna.email, '--yes');
    const looked = await operator.admin('person', 'export', anna.email);
    expect(looked).toMatchObject({ code: 1, err: expect.stringContaining('nobody is known') });
    expect(await traces()).toEqual([]);
    const carried = (await storedMessages(system)).filter(({ text }) => text.includes('Okafor'));
    expect(carried).toEqual([]);
  });

  it('has no way in and gets no mail', async () => {
    await until(async () => (await anna.client.get('/api/identity/me')).status === 401, 10_000);
    const signIn = { email: anna.email, password: 'a long enough password' };
    expect((await system.client().post('/api/identity/sessions', signIn)).status).toBe(401);
    await until(async () => (await anna.client.get(`/api/portal/${anna.projectId}`)).status >= 400, 10_000);
    expect((await seenBy(anna.ownUrl)).status).toBeGreaterThanOrEqual(400);
    const resets = `select state from mail where kind = 'password_reset'`;
    expect(await system.sql('notifications', resets)).toEqual([{ state: 'skipped' }]);
    expect(await system.sql('identity', `select from invitation where state = 'pending'`)).toEqual([]);
    await until(async () => (await system.sql('identity', 'select from portal_revocation')).length === 0, 15_000);
  });

  it('leaves the records of the company sound, which go on', async () => {
    const base = `/api/projects/${anna.projectId}`;
    const lead = (await owner.get(`/api/leads/${anna.leadId}`)).body;
    expect(lead).toMatchObject({ projectType: 'Kitchen', siteAddress: '12 Maple Street', notes: null });
    expect(lead.client).toMatchObject({ name: 'Former member' });
    expect((await owner.get(base)).body).toMatchObject({ clientName: 'Former member' });
    const activity = (await owner.get(`/api/leads/${anna.leadId}/activity`)).body.items;
    expect(activity.map(({ action }: { action: string }) => action)).toContain('published');
    const view = await seenBy(anna.othersUrl);
    expect(JSON.stringify(view.body)).toContain('Dear Former member, the tiles are here.');

    const version = () =>
      system.sql('projects', 'select public_version from project_portal where project_id = $1', [anna.projectId]);
    const before = await version();
    expect((await owner.post(`${base}/notes`, { text: 'Tiles are paid.' })).status).toBe(201);
    expect(await version()).toEqual(before);
    expect((await owner.patch(`/api/leads/${anna.leadId}`, { notes: 'Paid' }, { ifMatch: lead.version })).status).toBe(
      200,
    );
    const again = { email: anna.email, role: 'customer', projectId: anna.projectId };
    system.mail.refuseWith(null);
    expect((await owner.post('/api/identity/invitations', again)).status).toBe(201);
  });

  it('may be erased again, whoever comes by that address', async () => {
    await operator.does('person', 'erase', anna.email, '--yes');
    expect(await traces()).toEqual([]);
    await operator.does('person', 'erase', anna.email, '--yes');
  });

  it('is no only owner, and no address that a company gives as its own', async () => {
    const alone = await operator.admin('person', 'erase', owner.email, '--yes');
    expect(alone).toMatchObject({ code: 1, err: expect.stringContaining('is the only owner of Alder & Sons') });
    const office = 'office@bright.example';
    const other = system.client();
    await other.register({
      companyName: 'Bright',
      contact: { name: 'Office', email: office, phone: '+1 555 010 0000' },
    });
    const spoken = await operator.admin('person', 'erase', office, '--yes');
    expect(spoken).toMatchObject({ code: 1, err: expect.stringContaining('Bright can be reached by on portals') });
    expect((await owner.get('/api/identity/me')).status).toBe(200);
  });
});

describe('the company of an operator', () => {
  const founding = ['Birch & Co', '--name', 'Bea Birch', '--owner', 'Bea@Birch.example'];

  it('is made where nobody may register one, and its owner comes in by a link that works once', async () => {
    await system.process('identity').stop();
    await system.startService('identity', { REGISTRATION: 'closed' });
    const stranger = system.client();
    expect((await stranger.get('/api/identity/registration')).body).toEqual({ open: false });
    const body = { companyName: 'Alder', name: 'Al', email: 'al@alder.example', password: 'a long enough password' };
    expect(await stranger.post('/api/identity/companies', body)).toMatchObject({
      status: 403,
      body: { code: 'registration_closed' },
    });

    const link = new URL((await operator.does('company', 'create', ...founding)).trim());
    expect(link).toMatchObject({ origin: system.origin, pathname: '/reset-password' });
    const answer = { token: link.hash.slice(1), password: 'a long enough password' };
    const bea = system.client();
    expect((await bea.post('/api/identity/password-resets/complete', answer)).status).toBeLessThan(300);
    expect((await bea.post('/api/identity/password-resets/complete', answer)).status).toBe(410);
    await bea.signIn('bea@birch.example', answer.password);
    const lead = { projectType: 'Porch', client: { name: 'Anna' } };
    await until(async () => (await bea.post('/api/leads', lead)).status === 201, 10_000);
    expect((await bea.post('/api/projects', { name: 'Porch' })).status).toBe(201);

    const twice = await operator.admin('company', 'create', ...founding);
    expect(twice).toMatchObject({ code: 1, err: expect.stringContaining('has an account already') });
    expect((await operator.admin('company', 'create', 'Birch & Co')).code).toBe(2);
  });
});
