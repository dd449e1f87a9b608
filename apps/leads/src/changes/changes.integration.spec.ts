import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, startSystem, type System, until } from '@porchlight/testing';

const changes = '/api/leads/changes';

describe('what changes among the leads', () => {
  let system: System;
  let owner: Client;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads'] });
    owner = system.client();
    await owner.register();
  });
  afterAll(() => system.stop());

  const newLead = async (client: Client = owner): Promise<string> =>
    (await client.post('/api/leads', { projectType: 'Kitchen', client: { name: 'The Okafors' } })).body.id;
  const publish = (leadId: string, client: Client = owner) =>
    client.post(`/api/leads/${leadId}/publish`, { name: 'Kitchen', welcomeMessage: 'Hello.' });

  it('is told to open screens of the company at once, and to no others', async () => {
    const stranger = system.client();
    await stranger.register();
    const [leadId, theirs] = [await newLead(), await newLead(stranger)];
    const [heard, elsewhere] = await Promise.all([owner.follow(changes), stranger.follow(changes)]);
    await publish(leadId);
    expect(await heard.waitFor(({ id }) => id === leadId)).toEqual({ type: 'lead', id: leadId });
    await publish(theirs, stranger);
    await elsewhere.waitFor(({ id }) => id === theirs);
    expect(elsewhere.hints.map(({ id }) => id)).not.toContain(leadId);
    expect(heard.hints.map(({ id }) => id)).not.toContain(theirs);
    for (const stream of [heard, elsewhere]) stream.close();
  });

  it('is not for strangers of the company, nor for nobody', async () => {
    const company = (await owner.get('/api/identity/me')).body.companies[0];
    const stranger = system.client();
    await stranger.register();
    expect((await stranger.get(`${changes}?companyId=${company.id}`)).status).toBe(404);
    expect((await system.client().get(changes)).status).toBe(401);
  });

  it('ends with the session, before another word of it', async () => {
    const phone = system.client();
    await phone.signIn(owner.email, owner.password);
    const heard = await phone.follow(changes);
    await phone.delete('/api/identity/sessions/current');
    // The bound within which ended sessions are denied everywhere.
    await until(async () => (await phone.get('/api/leads')).status === 401, 1_000, 'the session did not end');
    const leadId = await newLead();
    await publish(leadId);
    await until(() => heard.ended, 5_000, 'the stream did not end');
    expect(heard.hints).toEqual([]);
  });

  it('ends when the service hears of nothing any more, and is told again once it does', async () => {
    const heard = await owner.follow(changes);
    const [cut] = await system.sql<{ cut: boolean }>(
      'leads',
      `select pg_terminate_backend(pid) cut from pg_stat_activity where application_name = 'hints' and datname = current_database()`,
    );
    expect(cut).toEqual({ cut: true });
    await until(() => heard.ended, 5_000, 'the stream did not end');
    const again = await until(() => owner.follow(changes).catch(() => undefined), 15_000, 'nothing is heard again');
    const leadId = await newLead();
    await again.waitFor(({ id }) => id === leadId);
    again.close();
  });

  it('ends when the service stops, and does not hold that up', async () => {
    const heard = await owner.follow(changes);
    const begun = Date.now();
    await system.kill('leads', 'SIGTERM');
    await until(() => heard.ended, 5_000, 'the stream did not end');
    expect(Date.now() - begun).toBeLessThan(5_000);
    await system.startService('leads');
    const again = await owner.follow(changes);
    const leadId = await newLead();
    await publish(leadId);
    await again.waitFor(({ id }) => id === leadId);
    again.close();
  });
});
