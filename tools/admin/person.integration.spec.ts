import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type System } from '@porchlight/testing';
import { Operator } from './test-app/operator';

describe('what is held of a person', () => {
  let system: System;
  let operator: Operator;
  let owner: Client;
  const anna = 'anna@okafor.example';

  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads'] });
    operator = await Operator.of(system);
    owner = system.client();
    await owner.register();
    const contact = (name: string, email: string) => ({ name, email, phone: '+1 555 010 0100' });
    for (const [name, email] of [
      ['Anna Okafor', anna],
      ['Ben Bright', 'ben@bright.example'],
    ] as const) {
      const client = { name: `${name}'s house`, contacts: [contact(name, email)] };
      const lead = { projectType: 'Kitchen', client, notes: `Met ${name} at the fair` };
      expect(await owner.post('/api/leads', lead)).toMatchObject({ status: 201 });
    }
    const copied = async () => (await system.sql('projects', 'select from person')).length > 0;
    await until(copied, 20_000, 'projects did not hear of the owner');
  });
  afterAll(async () => {
    await system.stop();
    await operator.leave();
  });

  const held = async (email: string) => JSON.parse(await operator.does('person', 'export', email)).held;

  it('of a client is their household, their leads and nobody else', async () => {
    const { leads, identity } = await held(anna.toUpperCase());
    expect(identity).toBeUndefined();
    expect(leads.contact).toMatchObject([{ name: 'Anna Okafor', email: anna, phone: '+1 555 010 0100' }]);
    expect(leads.client).toMatchObject([{ name: "Anna Okafor's house" }]);
    expect(leads.lead).toMatchObject([{ notes: 'Met Anna Okafor at the fair' }]);
    expect(JSON.stringify(leads)).not.toContain('Bright');
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
