import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, type Reply, startSystem, type System } from '@porchlight/testing';
import { FormVisitor, formKeys, ticketOf } from '../test-app/form-visitor';

const mostOfCompany = 25;
const mostOfAddress = 4;

describe('the capture form under a flood', () => {
  let system: System;
  let owner: Client;
  let companyId: string;
  let slug: string;
  beforeAll(async () => {
    const limits = { LIMIT_CAPTURE_COMPANY: `${mostOfCompany}`, LIMIT_CAPTURE_ADDRESS: `${mostOfAddress}` };
    system = await startSystem({
      services: ['identity', 'projects', 'leads'],
      env: { leads: { TOKEN_KEYS: formKeys, ...limits } },
    });
    owner = system.client();
    companyId = (await owner.register()).company.id;
    slug = (await owner.get('/api/leads/capture-form')).body.slug;
  });
  afterAll(() => system?.stop());

  const count = async (text: string): Promise<number> => {
    const [row] = await system.sql<{ count: string }>('leads', `select count(*) from ${text}`);
    return Number(row?.count);
  };
  /** Everything that one lead leaves behind. */
  const kept = async () => ({
    leads: await count('lead'),
    clients: await count('client'),
    contacts: await count('contact'),
    shells: await count('portal where published_at is null'),
    trail: await count('lead_activity'),
    events: await count(`outbox where type = 'leads.lead.captured.v1'`),
  });
  const all = (number: number) => ({
    leads: number,
    clients: number,
    contacts: number,
    shells: number,
    trail: number,
    events: number,
  });
  const fields = (name: string) => ({
    name,
    email: 'flood@home.example',
    message: 'Kept?',
    ticket: ticketOf(companyId),
  });
  const told = (replies: readonly Reply[]) => replies.filter(({ status }) => status === 429);

  it('from one address counts every sending, and that network alone', async () => {
    const one = new FormVisitor(system, slug, '192.0.2.7');
    const replies = await Promise.all(Array.from({ length: 20 }, (_, at) => one.send(fields(`One ${at}`))));
    expect(told(replies)).toHaveLength(20 - mostOfAddress);
    expect(await kept()).toEqual(all(mostOfAddress));
    const neighbours = ['2001:db8::1', '2001:db8::2', '2001:db8:0:0:ffff::3', '2001:db8::4', '2001:db8::5'];
    const wrong = { name: '', email: '', ticket: '' };
    const statuses = [];
    for (const from of neighbours) statuses.push((await new FormVisitor(system, slug, from).send(wrong)).status);
    expect(statuses).toEqual([400, 400, 400, 400, 429]);
  });

  it('tells whoever comes too often how long to wait, and keeps what they typed', async () => {
    const late = new FormVisitor(system, slug, '192.0.2.9');
    for (let before = 0; before < mostOfAddress; before += 1) expect((await late.send({})).status).toBe(400);
    const page = await late.send({ ...fields('Late Lou'), message: 'My <dream>' });
    expect(page.status).toBe(429);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.body).toContain('value="Late Lou"');
    expect(page.body).toContain('My &lt;dream&gt;</textarea>');
    const reply = await late.sendJson(fields('Late Lou'));
    expect(reply).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
    // Counted before it was looked at: what is wrong with it is not even said.
    expect((await late.sendJson({ nonsense: true })).status).toBe(429);
    // Who goes on nevertheless is told so by a page for which nothing is looked up.
    const other = await new FormVisitor(system, 'no-such-form', '192.0.2.7').send(fields('Late Lou'));
    expect([other.status, Number(other.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(other.body).toContain('That was too often');
  });

  it('from hundreds of addresses makes as many leads as the bound says, whole ones, while the builder works on', async () => {
    const before = await kept();
    let answered = 0;
    const counted = async (sent: Promise<Reply>): Promise<Reply> => {
      const reply = await sent;
      answered += 1;
      return reply;
    };
    const flood = Promise.all(
      Array.from({ length: 300 }, (_, at) => {
        const visitor = new FormVisitor(system, slug, `10.1.${at >> 8}.${at & 255}`);
        const sent = fields(`Many ${at}`);
        return counted(at % 3 === 0 ? visitor.sendJson(sent) : visitor.send(sent));
      }),
    );
    // Asked for after all of them, answered before most of them.
    expect((await owner.get('/api/leads')).status).toBe(200);
    const answeredBeforeTheOwner = answered;
    const replies = await flood;
    const room = mostOfCompany - before.leads;
    expect(replies.filter(({ status }) => status === 303 || status === 201)).toHaveLength(room);
    expect(told(replies)).toHaveLength(300 - room);
    for (const { headers } of told(replies)) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await kept()).toEqual(all(mostOfCompany));
    expect(answeredBeforeTheOwner).toBeLessThan(150);
  });

  it('keeps no other company from being found', async () => {
    const other = system.client();
    const { company } = await other.register();
    const address = (await other.get('/api/leads/capture-form')).body.slug;
    const visitor = new FormVisitor(system, address, '198.51.100.9');
    const sent = await visitor.send({ name: 'Olga', email: 'olga@home.example', ticket: ticketOf(company.id) });
    expect(sent.status).toBe(303);
    expect((await other.get('/api/leads')).body.items).toHaveLength(1);
  });
});
