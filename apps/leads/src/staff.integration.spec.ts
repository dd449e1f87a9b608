import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, startSystem, type System } from '@porchlight/testing';

describe('who may see the leads of a company', () => {
  let system: System;
  let ruth: Client;
  let alder: string;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads', 'notifications'] });
    ruth = system.client();
    alder = (await ruth.register({ companyName: 'Alder & Sons' })).company.id;
  });
  afterAll(() => system.stop());

  /** Invites somebody who has an account, and accepts as them. */
  const join = async (person: Client, invitation: object): Promise<void> => {
    const invited = await ruth.post('/api/identity/invitations', { email: person.email, ...invitation });
    expect(invited).toMatchObject({ status: 201 });
    const mail = await system.mail.waitFor(
      ({ to, text }) => to.includes(person.email) && text.includes('/invite#'),
      60_000,
    );
    const token = /\/invite#([\w-]+)/.exec(mail.text)?.[1];
    const { status, body } = await person.post('/api/identity/invitations/accept', { token });
    expect({ status, body }).toMatchObject({ status: 201 });
    person.accessToken = body.accessToken;
  };
  const newLead = { projectType: 'Kitchen', client: { name: 'The Okafors' } };

  it('is an owner from the moment of registering, with no waiting', async () => {
    const owner = system.client();
    await owner.register();
    expect((await owner.post('/api/leads', newLead)).status).toBe(201);
  });

  it('is a manager from the moment of accepting, beside a company of their own', async () => {
    const mia = system.client();
    const own = (await mia.register({ companyName: 'Birch & Daughters' })).company.id;
    const lead = (await ruth.post('/api/leads', newLead)).body.id;
    expect((await mia.get(`/api/leads/${lead}`)).status).toBe(404);

    await join(mia, { role: 'manager', companyId: alder });
    expect((await mia.get(`/api/leads/${lead}`)).body).toMatchObject({ companyId: alder });
    expect((await mia.patch(`/api/leads/${lead}`, { notes: 'Called.' }, { ifMatch: 1 })).status).toBe(200);
    const list = async (companyId: string) => (await mia.get(`/api/leads?companyId=${companyId}`)).body.items;
    expect(await list(alder)).toHaveLength(1);
    expect(await list(own)).toHaveLength(0);
    const made = await mia.post(`/api/leads?companyId=${own}`, newLead);
    expect(made).toMatchObject({ status: 201, body: { companyId: own } });
    expect((await ruth.get(`/api/leads/${made.body.id}`)).status).toBe(404);
  });

  it('is an owner alone where the brand is changed', async () => {
    const max = system.client();
    await max.register();
    await join(max, { role: 'manager', companyId: alder });
    const brand = `/api/leads/brand?companyId=${alder}`;
    const colors = { primary: '#101010', secondary: '#202020' };
    expect((await max.get(brand)).status).toBe(200);
    expect(await max.put(brand, { colors }, { ifMatch: 1 })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect((await ruth.put(brand, { colors }, { ifMatch: 1 })).status).toBe(200);
  });

  it('is no subcontractor, who is told so; a member of another project is a stranger to this one', async () => {
    const projectId = (await ruth.post('/api/projects', { name: 'Kitchen' })).body.id;
    const other = (await ruth.post('/api/projects', { name: 'Bath' })).body.id;
    const lead = (await ruth.post('/api/leads', newLead)).body.id;
    const sam = system.client();
    await sam.register();
    await join(sam, { role: 'subcontractor', projectId });
    for (const path of [`?companyId=${alder}`, `/${lead}`, `/portals/${projectId}`])
      expect({ path, status: (await sam.get(`/api/leads${path}`)).status }).toEqual({ path, status: 403 });
    const publish = { name: 'Mine', welcomeMessage: '' };
    expect((await sam.post(`/api/leads/${lead}/publish`, publish)).status).toBe(403);
    expect((await sam.get(`/api/leads/portals/${other}`)).status).toBe(404);
    const stranger = system.client();
    await stranger.register();
    for (const path of [`?companyId=${alder}`, `/${lead}`, `/portals/${projectId}`])
      expect({ path, status: (await stranger.get(`/api/leads${path}`)).status }).toEqual({ path, status: 404 });
    expect((await stranger.post(`/api/leads/${lead}/publish`, publish)).status).toBe(404);
  });
});
