import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askCapturedLead, captureFormSchema, leadSchema, problemSchema } from '@porchlight/contracts';
import { askAs, type Client, startSystem, type System, until } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { FormVisitor, formKeys, ticketIn, ticketOf } from '../test-app/form-visitor';

const aPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the public form', () => {
  let system: System;
  let owner: Client;
  let slug: string;
  let companyId: string;
  beforeAll(async () => {
    system = await startSystem({
      services: ['identity', 'projects', 'leads'],
      env: { leads: { TOKEN_KEYS: formKeys, LIMIT_CAPTURE_ADDRESS: '10000' } },
    });
    owner = system.client();
    companyId = (await owner.register({ companyName: 'Alder & Sons' })).company.id;
    const contact = { name: 'Ruth', phone: '+1 555 0100', email: 'ruth@alder.example' };
    const { version } = (await owner.get(`/api/identity/companies/${companyId}`)).body;
    const named = await owner.patch(`/api/identity/companies/${companyId}`, { contact }, { ifMatch: version });
    expect(named.status).toBe(200);
    slug = (await settings()).slug;
  });
  afterAll(() => system?.stop());

  const settings = async (of = owner) => captureFormSchema.parse((await of.get('/api/leads/capture-form')).body);
  const change = async (changes: object) =>
    owner.patch('/api/leads/capture-form', changes, { ifMatch: (await settings()).version });
  const visitor = () => new FormVisitor(system, slug);
  const leads = () => system.sql<{ id: string }>('leads', 'select id from lead order by created_at');
  const anna = { name: 'Anna Bell', email: 'Anna@Home.example' };

  describe('in its settings', () => {
    it('is made at first sight, once, with an address of its own', async () => {
      const [one, other] = [system.client(), system.client()];
      for (const client of [one, other]) await client.register({ companyName: 'Ørsted & Fils' });
      const seen = await Promise.all([one, other, one, other, one].map((client) => settings(client)));
      expect(new Set(seen.map((form) => form.slug))).toEqual(new Set(['orsted-and-fils', 'orsted-and-fils-2']));
      expect(new Set(seen.map((form) => form.companyId)).size).toBe(2);
      expect(seen[0]).toMatchObject({ version: 1, enabled: true, fields: { phone: 'optional', source: 'off' } });
    });

    it('says where the form is, and how it is put on another site', async () => {
      const { url, snippet } = await settings();
      expect(url).toBe(`${system.origin}/request/alder-and-sons`);
      expect(snippet).toContain(`<iframe src="${url}?embed" title="Tell us about your project" loading="lazy"`);
      expect((await change({ heading: '"><script>alert(1)</script>' })).body.snippet).not.toContain('<script');
      await change({ heading: 'Tell us about your project' });
    });

    it('refuses addresses that are taken, kept back or no address, and stale versions', async () => {
      for (const wanted of ['orsted-and-fils', 'porchlight', 'admin'])
        expect(await change({ slug: wanted })).toMatchObject({ status: 409, body: { code: 'slug_taken' } });
      for (const wanted of ['a', 'Ü', 'a--b', '-a-', '../x', 'a b', 'x'.repeat(61)])
        expect((await change({ slug: wanted })).status).toBe(400);
      const stale = await owner.patch('/api/leads/capture-form', { enabled: false }, { ifMatch: 99 });
      expect(stale).toMatchObject({ status: 412, body: { current: { slug } } });
    });

    it('gives an address to one of those who want it at once', async () => {
      const clients = Array.from({ length: 6 }, () => system.client());
      for (const client of clients) await client.register();
      await Promise.all(clients.map((client) => settings(client)));
      const statuses = await Promise.all(
        clients.map((client) =>
          client.patch('/api/leads/capture-form', { slug: 'the-best' }, { ifMatch: 1 }).then(({ status }) => status),
        ),
      );
      expect(statuses.sort()).toEqual([200, 409, 409, 409, 409, 409]);
    });

    it('keeps the old address when it moves: it leads to the form, is refused to others, and may be taken back', async () => {
      const before = visitor();
      expect((await change({ slug: 'alder-builds' })).status).toBe(200);
      expect((await before.get()).body).toContain('action="/request/alder-builds"');
      expect((await new FormVisitor(system, 'Alder-Builds').get()).status).toBe(200);
      expect((await owner.get(`/api/leads/capture/${slug}`)).body.companyName).toBe('Alder & Sons');
      const other = system.client();
      await other.register({ companyName: 'Alder & Sons' });
      expect((await settings(other)).slug).toBe('alder-and-sons-2');
      const taken = await other.patch('/api/leads/capture-form', { slug }, { ifMatch: 1 });
      expect(taken).toMatchObject({ status: 409, body: { code: 'slug_taken' } });
      expect((await change({ slug })).status).toBe(200);
      expect((await visitor().get()).body).toContain(`action="/request/${slug}"`);
    });

    it('binds 20 addresses at most, so that nobody keeps all the good ones', async () => {
      const collector = system.client();
      await collector.register({ companyName: 'Collectors' });
      await settings(collector);
      const take = (name: string, ifMatch: number) =>
        collector.patch('/api/leads/capture-form', { slug: name }, { ifMatch });
      for (let version = 1; version < 20; version += 1)
        expect((await take(`good-name-${version}`, version)).status).toBe(200);
      expect(await take('good-name-20', 20)).toMatchObject({ status: 409, body: { code: 'too_many_slugs' } });
      expect((await new FormVisitor(system, 'good-name-20').get()).status).toBe(404);
      expect((await take('good-name-1', 20)).status).toBe(200);
    });
  });

  describe('in a browser without script', () => {
    it('is a page of its own, safe to look at', async () => {
      const page = await visitor().get();
      expect(page.status).toBe(200);
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'/);
      expect(page.headers.get('x-frame-options')).toBe('DENY');
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
      expect(page.headers.getSetCookie()).toEqual([]);
      expect(page.body).not.toMatch(/<script|https?:\/\/|javascript:/);
      expect(page.body).toContain('Call +1 555 0100');
      expect(page.body.match(/<h1/g)).toHaveLength(1);
      const framed = await visitor().get('', '?embed');
      expect(framed.headers.get('content-security-policy')).toContain('frame-ancestors *');
      expect(framed.headers.get('x-frame-options')).toBeNull();
      expect(framed.body).toContain('action="/request/alder-and-sons?embed"');
    });

    it('wears the logo of its company, which anybody may see there', async () => {
      expect((await visitor().get('/logo')).status).toBe(404);
      const { version } = (await owner.get('/api/leads/brand')).body;
      const headers = {
        'content-type': 'image/png',
        'if-match': `"${version}"`,
        authorization: `Bearer ${owner.accessToken}`,
      };
      const put = await fetch(`${system.origin}/api/leads/brand/logo`, { method: 'PUT', headers, body: aPng });
      expect(put.status).toBe(200);
      const src = /<img src="([^"]+)" alt="Alder &amp; Sons"/.exec((await visitor().get()).body)?.[1];
      const logo = await fetch(`${system.origin}${src}`);
      expect([logo.status, logo.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(logo.headers.get('content-security-policy')).toContain('sandbox');
    });

    it('becomes a lead with its shell, told in the trail, and nobody is invited', async () => {
      await change({
        questions: [{ label: 'Do you own the house?', required: true }],
        fields: {
          phone: 'required',
          siteAddress: 'optional',
          projectType: 'optional',
          message: 'optional',
          source: 'optional',
        },
      });
      const answers = {
        answer0: 'Yes, since May',
        phone: '555 0111',
        siteAddress: '12 Maple Street',
        projectType: 'Kitchen',
        message: 'Soon,\r\nplease.',
        source: 'A friend',
      };
      const sent = await visitor().send({ ...anna, ...answers, website: '', ticket: ticketOf(companyId) }, '?embed');
      expect([sent.status, sent.headers.get('location')]).toEqual([303, `/request/${slug}/thanks?embed`]);
      const [{ id } = { id: '' }] = await leads();
      const lead = leadSchema.parse((await owner.get(`/api/leads/${id}`)).body);
      expect(lead).toMatchObject({
        origin: 'captured',
        stage: 'new',
        source: 'A friend',
        projectType: 'Kitchen',
        siteAddress: '12 Maple Street',
        owner: null,
        hasShell: true,
        portal: null,
        notes: 'Soon,\r\nplease.\n\nDo you own the house?\nYes, since May',
      });
      expect(lead.client).toMatchObject({
        name: 'Anna Bell',
        contacts: [{ name: 'Anna Bell', email: 'anna@home.example', phone: '555 0111', primary: true }],
      });
      const trail = (await owner.get(`/api/leads/${id}/activity`)).body.items;
      expect(trail).toMatchObject([{ actor: 'Website form', action: 'captured' }]);
      const told = await system.sql<{ envelope: string }>(
        'leads',
        `select envelope from outbox where type = 'leads.lead.captured.v1'`,
      );
      expect(told).toHaveLength(1);
      expect(
        await system.sql(
          'leads',
          `select 1 from outbox where type like 'portal.%' or type = 'leads.portal.published.v1'`,
        ),
      ).toEqual([]);
      const words = await askAs(system, 'notifications', askCapturedLead, { leadId: id });
      expect(words).toMatchObject({
        sendable: true,
        clientName: 'Anna Bell',
        email: 'anna@home.example',
        phone: '555 0111',
        url: `${system.origin}/leads/${id}`,
        companyName: 'Alder & Sons',
      });
      expect(await askAs(system, 'notifications', askCapturedLead, { leadId: randomUUID() })).toEqual({
        sendable: false,
      });
      await change({
        questions: [],
        fields: {
          phone: 'optional',
          siteAddress: 'optional',
          projectType: 'optional',
          message: 'optional',
          source: 'off',
        },
      });
    });

    it('says what is wrong beside each field, and keeps all that was typed', async () => {
      const message = 'We <b>dream</b> of "light" & air';
      const page = await visitor().send({ name: ' ', email: 'anna@home', message, ticket: ticketOf(companyId) });
      expect(page.status).toBe(400);
      expect(page.body).toContain('<title>Error: ');
      expect(page.body).toContain('<a href="#name">Enter your name</a>');
      expect(page.body).toContain('<p class="error" id="email-error">Enter an e-mail address such as');
      expect(page.body).toMatch(
        /<input id="email"[^>]*value="anna@home"[^>]*aria-describedby="email-error"[^>]*aria-invalid="true"/,
      );
      expect(page.body).toContain('We &lt;b&gt;dream&lt;/b&gt; of &quot;light&quot; &amp; air</textarea>');
    });

    it('takes only what it asks for, from lists only what is on them', async () => {
      await change({
        projectTypes: ['Kitchen', 'Bath'],
        fields: { phone: 'off', siteAddress: 'off', projectType: 'required', message: 'off', source: 'off' },
      });
      const ticket = ticketOf(companyId);
      const count = (await leads()).length;
      expect((await visitor().send({ ...anna, ticket })).body).toContain('Say what it is about');
      expect((await visitor().send({ ...anna, projectType: 'Castle', ticket })).body).toContain(
        'Choose one from the list',
      );
      expect((await visitor().send({ ...anna, projectType: 'Bath', isAdmin: 'true', ticket })).status).toBe(400);
      expect((await leads()).length).toBe(count);
      expect(
        (await visitor().send({ ...anna, projectType: 'Bath', phone: '666', message: 'hidden', ticket })).status,
      ).toBe(303);
      const made = (await leads()).at(-1)?.id;
      const lead = (await owner.get(`/api/leads/${made}`)).body;
      expect(lead).toMatchObject({
        projectType: 'Bath',
        notes: null,
        source: 'Website form',
        client: { contacts: [{ phone: null }] },
      });
      await change({
        projectTypes: [],
        fields: {
          phone: 'optional',
          siteAddress: 'optional',
          projectType: 'optional',
          message: 'optional',
          source: 'off',
        },
      });
    });
  });

  describe('against machines', () => {
    it('thanks them for a filled trap, and keeps nothing', async () => {
      const before = await leads();
      const ripe = ticketOf(companyId);
      const trapped = await visitor().send({ ...anna, website: 'https://spam.example', ticket: ripe });
      expect([trapped.status, trapped.headers.get('location')]).toEqual([303, `/request/${slug}/thanks`]);
      const { thanks } = await settings();
      expect(await visitor().sendJson({ ...anna, website: 'x', ticket: ripe })).toMatchObject({
        status: 201,
        body: { thanks },
      });
      expect(await leads()).toEqual(before);
      // What a person sends with the page in hand is taken, and the trap did not use up the ticket.
      expect((await visitor().send({ ...anna, ticket: ripe })).status).toBe(303);
      expect(await leads()).toHaveLength(before.length + 1);
    });

    it('keeps nothing that was sent sooner than anybody types, and takes it from a person who sends it once more', async () => {
      const before = await leads();
      const ticket = ticketIn((await visitor().get()).body);
      const rushed = await visitor().send({ ...anna, message: 'Filled in by my browser', ticket });
      expect(rushed.status).toBe(409);
      expect(rushed.body).toContain('Filled in by my browser</textarea>');
      expect(ticketIn(rushed.body)).toBe(ticket);
      expect((await visitor().sendJson({ ...anna, ticket })).body.code).toBe('form_too_soon');
      expect(await leads()).toEqual(before);
      const later = { ...anna, message: 'Filled in by my browser', ticket };
      const taken = async () => (await visitor().send(later)).status === 303;
      await until(taken, 10_000, 'it was not taken');
      expect(await leads()).toHaveLength(before.length + 1);
    });

    it('makes one lead of one form, however often and by whichever way it is sent', async () => {
      const before = (await leads()).length;
      const ticket = ticketOf(companyId);
      const both = await Promise.all([
        ...Array.from({ length: 8 }, () => visitor().send({ ...anna, message: 'Once', ticket })),
        ...Array.from({ length: 8 }, () => visitor().sendJson({ ...anna, message: 'Once', ticket })),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([...Array(8).fill(201), ...Array(8).fill(303)]);
      expect((await leads()).length).toBe(before + 1);
      const changed = await visitor().send({ ...anna, message: 'Twice', ticket });
      expect(changed.status).toBe(409);
      expect(changed.body).toContain('with other words in it');
      expect((await visitor().sendJson({ ...anna, message: 'Twice', ticket })).body.code).toBe('form_expired');
      // The page that says so has a fresh ticket, good at once.
      expect((await visitor().send({ ...anna, message: 'Twice', ticket: ticketIn(changed.body) })).status).toBe(303);
      expect((await leads()).length).toBe(before + 2);
    });

    it('shows a form again that lay open for a day, with a fresh ticket that is good at once', async () => {
      const before = (await leads()).length;
      const old = ticketOf(companyId, 24 * 60 + 1);
      expect((await visitor().sendJson({ ...anna, ticket: old })).body.code).toBe('form_expired');
      const page = await visitor().send({ ...anna, message: 'Still here', ticket: old });
      expect(page.status).toBe(409);
      expect(page.body).toContain('open for a long time');
      expect(page.body).toContain('Still here</textarea>');
      const again = { ...anna, message: 'Still here', ticket: ticketIn(page.body) };
      expect((await visitor().send(again)).status).toBe(303);
      expect((await visitor().send({ ...anna, ticket: ticketOf(companyId, 24 * 60 - 1) })).status).toBe(303);
      expect((await leads()).length).toBe(before + 2);
    });

    it('takes no ticket of another company, of nobody, or altered: the page comes again with all that was typed', async () => {
      const before = await leads();
      const stranger = system.client();
      await stranger.register();
      const foreign = ticketOf((await settings(stranger)).companyId);
      const own = ticketIn((await visitor().get()).body);
      const altered = `${own.slice(0, 30)}${own[30] === 'A' ? 'B' : 'A'}${own.slice(31)}`;
      for (const ticket of [foreign, altered, 'made-up', '']) {
        const page = await visitor().send({ ...anna, message: 'Kept', ticket });
        expect(page.status).toBe(409);
        expect(page.body).toContain('Kept</textarea>');
        expect(ticketIn(page.body)).not.toBe(ticket);
        if (ticket) expect((await visitor().sendJson({ ...anna, ticket })).status).toBe(409);
      }
      expect(await leads()).toEqual(before);
    });
  });

  it('says that it is closed, and whom to call', async () => {
    const ticket = ticketOf(companyId);
    await change({ enabled: false });
    const before = await leads();
    for (const page of [await visitor().get(), await visitor().send({ ...anna, ticket })]) {
      expect(page.status).toBe(410);
      expect(page.body).toContain('This form is closed');
      expect(page.body).toContain('mailto:ruth@alder.example');
    }
    for (const reply of [await visitor().sendJson({ ...anna, ticket }), await owner.get(`/api/leads/capture/${slug}`)])
      expect(reply).toMatchObject({ status: 410, body: { code: 'form_closed' } });
    expect(await leads()).toEqual(before);
    await change({ enabled: true });
  });

  it('answers clearly to whatever is sent', async () => {
    const ticket = ticketOf(companyId);
    const before = await leads();
    const good = new URLSearchParams({ ...anna, ticket }).toString();
    const page = async (body: string, headers: Record<string, string> = {}) => {
      const reply = await system.client().send('POST', `/request/${slug}`, body, {
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      });
      expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(reply.body).not.toMatch(/node_modules|insert into|\bat \w+[.(]|leads\.ask/i);
      return reply.status;
    };
    const pages: [string, string, number, Record<string, string>?][] = [
      ['a name of two lines', `${good}&name=x`.replace('Anna+Bell', 'A%0D%0ABcc%3A+all'), 400],
      ['a header in the address', good.replace('Anna%40Home.example', 'a%40b.example%0D%0ABcc%3A+c%40d.example'), 400],
      ['NUL', good.replace('Anna+Bell', 'A%00B'), 400],
      ['a field twice', `${good}&email=b%40home.example`, 400],
      ['a list', `${good}&message[]=x&message[]=y`, 400],
      ['something deep', `${good}&${'a[b]'.repeat(200)}=x`, 400],
      ['a polluted prototype', `${good}&__proto__[x]=1`, 400],
      ['a field unknown', `${good}&x=1`, 400],
      ['nothing', '', 400],
      ['a name too long', good.replace('Anna+Bell', 'x'.repeat(121)), 400],
      ['32 KiB and more', `${good}&message=${'x'.repeat(33 * 1024)}`, 413],
      ['another charset', good, 415, { 'content-type': 'application/x-www-form-urlencoded; charset=utf-16' }],
      ['bytes that are no UTF-8', good.replace('Anna+Bell', 'Ren%E9'), 400],
      ['JSON', '{}', 415, { 'content-type': 'application/json' }],
      ['broken JSON', '{"', 400, { 'content-type': 'application/json' }],
      ['XML', '<x/>', 415, { 'content-type': 'text/xml' }],
      ['a file', '--x\r\n\r\n--x--', 415, { 'content-type': 'multipart/form-data; boundary=x' }],
    ];
    for (const [what, body, status, headers] of pages)
      expect([what, await page(body, headers)]).toEqual([what, status]);

    const deep = `{"a":`.repeat(2_000) + '1' + '}'.repeat(2_000);
    const programs: [string, unknown, number][] = [
      ['an unknown field', { ...anna, ticket, x: 1 }, 400],
      ['a list', [anna], 400],
      ['no text', { ...anna, name: 5, ticket }, 400],
      ['a list for text', { ...anna, name: ['a', 'b'], ticket }, 400],
      ['a name of two lines', { ...anna, name: 'a\r\nBcc: b', ticket }, 400],
      ['more answers than questions', { ...anna, answers: ['a'], ticket }, 400],
      ['something deep', deep, 400],
      ['a polluted prototype', '{"__proto__":{"x":1}}', 400],
      ['32 KiB and more', { ...anna, message: 'x'.repeat(33 * 1024), ticket }, 413],
      ['10 MB', `"${'x'.repeat(10 * 1024 * 1024)}"`, 413],
    ];
    for (const [what, body, status] of programs) {
      const reply = await visitor().sendJson(body);
      expect([what, reply.status]).toEqual([what, status]);
      problemSchema.parse(reply.body);
    }
    for (const address of ['no-such-form', 'x', '%00', encodeURIComponent("'; drop table lead; --"), 'x'.repeat(290)]) {
      expect((await new FormVisitor(system, address).get()).status).toBe(404);
      expect((await new FormVisitor(system, address).send(good)).status).toBe(404);
      expect((await new FormVisitor(system, address).sendJson({ ...anna, ticket })).status).toBe(404);
    }
    expect(await leads()).toEqual(before);
  });
});
