import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type System } from '@porchlight/testing';
import { Operator } from './test-app/operator';

/** The one line for `.env` that a command printed. */
const lineIn = (out: string): Record<string, string> => {
  const [, name = '', value = ''] = /^(\w+)='(.*)'\n$/.exec(out) ?? [];
  return { [name]: value };
};

const kidOf = (token: string | null): string =>
  JSON.parse(Buffer.from(token?.split('.')[0] ?? '', 'base64url').toString()).kid;

/** The version of the key that signed a link: its first byte. */
const keyOf = (token: string): number => Buffer.from(token, 'base64url').readUInt8(0);

/** A service's variables of keys, each under the name that `.env` has for it. */
const keysOf = {
  identity: { SIGNING_KEYS: 'SIGNING_KEYS', TOKEN_KEYS: 'IDENTITY_TOKEN_KEYS' },
  leads: { TOKEN_KEYS: 'LEADS_TOKEN_KEYS' },
  'portal-gateway': { TOKEN_KEYS: 'GATEWAY_TOKEN_KEYS' },
};

describe('keys that are rotated', () => {
  let system: System;
  let operator: Operator;
  let owner: Client;
  let visitor: Client;
  let projectId: string;
  let oldLink: string;
  let form: { path: string; ticket: string; openedAt: number };

  const link = async (): Promise<{ id: string; url: string }> =>
    (await owner.post(`/api/portal/${projectId}/links`, { label: 'Anna & Ben' })).body;
  const opening = async (url: string): Promise<{ status: number; visitor: Client }> => {
    const somebody = system.client();
    const { pathname, search } = new URL(url);
    return { status: (await somebody.get(pathname + search)).status, visitor: somebody };
  };
  const sees = async (by: Client): Promise<number> => (await by.get(`/api/portal/${projectId}`)).status;
  /** As an operator does: what was printed goes into `.env`, and the service is started again. */
  const puts = async (service: keyof typeof keysOf, printed: string): Promise<void> => {
    Object.assign(operator.env, lineIn(printed));
    await system.process(service).stop();
    const given = Object.entries(keysOf[service]).flatMap(([variable, name]) => {
      const keys = operator.env[name];
      return keys === undefined ? [] : [[variable, keys] as const];
    });
    await system.startService(service, Object.fromEntries(given));
  };
  const tokenMailedTo = async (email: string): Promise<string> => {
    const link = /\/(?:invite|reset-password)#([\w-]+)/;
    const { text } = await system.mail.waitFor(
      (mail) => mail.to.some((address) => address.includes(email)) && link.test(mail.text),
    );
    return link.exec(text)?.[1] ?? '';
  };
  const invite = async (email: string): Promise<string> => {
    const invitation = { email, role: 'customer', projectId };
    expect((await owner.post('/api/identity/invitations', invitation)).status).toBe(201);
    return tokenMailedTo(email);
  };
  const openedForm = async (): Promise<typeof form> => {
    const { pathname: path } = new URL((await owner.get('/api/leads/capture-form')).body.url);
    const page = await system.client().get(path);
    const [, ticket = ''] = /name="ticket" value="([\w-]+)"/.exec(String(page.body)) ?? [];
    return { path, ticket, openedAt: Date.now() };
  };
  const inspected = async (token: string): Promise<number> =>
    (await system.client().post('/api/identity/invitations/inspect', { token })).status;

  beforeAll(async () => {
    system = await startSystem();
    operator = await Operator.of(system);
    owner = system.client();
    await owner.register();
    projectId = (await owner.post('/api/projects', { name: 'Maple Street kitchen' })).body.id;
    oldLink = (await link()).url;
    form = await openedForm();
    ({ visitor } = await opening(oldLink));
    await until(async () => (await sees(visitor)) === 200, 10_000);
  });
  afterAll(async () => {
    await system.stop();
    await operator.leave();
  });

  it('leave whoever is signed in where they are', async () => {
    const before = owner.accessToken;
    const { out, err } = await operator.admin('keys', 'rotate', 'signing');
    expect(err).toContain('start identity again');
    await puts('identity', out);

    // The token of the key before is good for its ten minutes, at services that were not started again.
    await until(async () => (await owner.get('/api/projects')).status === 200, 10_000);
    const refreshed = await owner.post('/api/identity/sessions/refresh');
    expect(refreshed.status).toBe(200);
    owner.accessToken = refreshed.body.accessToken;
    expect(kidOf(owner.accessToken)).not.toBe(kidOf(before));
    expect((await owner.get('/api/projects')).status).toBe(200);

    const retired = await operator.does('keys', 'retire', 'signing', kidOf(before));
    await puts('identity', retired);
    const published = (await owner.get('/api/identity/.well-known/jwks.json')).body.keys;
    expect(published.map(({ kid }: { kid: string }) => kid)).toEqual([kidOf(owner.accessToken)]);
  });

  it('leave links and open portals as they are, and sign what comes', async () => {
    await puts('portal-gateway', await operator.does('keys', 'rotate', 'links'));
    expect(await operator.does('keys', 'list')).toContain('(share links and portal cookies): 2*, 1');
    expect(await sees(visitor)).toBe(200);
    const again = await opening(oldLink);
    expect(again.status).toBe(303);
    expect(await sees(again.visitor)).toBe(200);
    const { url } = await link();
    expect((await opening(url)).status).toBe(303);
  });

  it('end what they signed only when they are retired, and after saying what that is', async () => {
    const [row] = await system.sql<{ id: string }>('portal-gateway', 'select id from share_link where key_version = 1');
    const asked = await operator.admin('keys', 'retire', 'links', '1');
    expect(asked).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(`link ${row?.id} of project ${projectId}`),
    });
    await puts('portal-gateway', await operator.does('keys', 'retire', 'links', '1', '--yes'));
    expect((await opening(oldLink)).status).toBe(404);
    // The builder finds a working address in its place.
    const { items } = (await owner.get(`/api/portal/${projectId}/links`)).body;
    for (const { url } of items) expect((await opening(url)).status).toBe(303);
  });

  it('leave links in mails as they are until they are retired, after saying what that ends', async () => {
    const [anna, ben] = [await invite('anna@okafor.example'), await invite('ben@okafor.example')];
    expect((await system.client().post('/api/identity/password-resets', { email: owner.email })).status).toBe(202);
    const reset = await tokenMailedTo(owner.email);
    await puts('identity', await operator.does('keys', 'rotate', 'mailed'));
    const password = 'another long password';
    const accepting = { token: anna, name: 'Anna Okafor', password };
    expect((await system.client().post('/api/identity/invitations/accept', accepting)).status).toBe(201);
    const chosen = await system.client().post('/api/identity/password-resets/complete', { token: reset, password });
    expect([202, 204]).toContain(chosen.status);
    await owner.signIn(owner.email, password);

    const cleo = await invite('cleo@okafor.example');
    expect([keyOf(ben), keyOf(cleo)]).toEqual([1, 2]);
    const asked = await operator.admin('keys', 'retire', 'mailed', '1');
    expect(asked).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^keys retire: ends: invitation .*\n.*1 would/),
    });
    expect(await inspected(ben)).toBe(200);
    await puts('identity', await operator.does('keys', 'retire', 'mailed', '1', '--yes'));
    expect([await inspected(ben), await inspected(cleo)]).toEqual([404, 200]);
  });

  it('leave a public form that somebody fills in', async () => {
    await puts('leads', await operator.does('keys', 'rotate', 'forms'));
    const fields = { name: 'Anna', email: 'anna@okafor.example', website: '', ticket: form.ticket };
    // What is sent within three seconds is taken for a machine's.
    await until(() => Date.now() - form.openedAt > 3_500, 10_000);
    const sent = await system.client().send('POST', form.path, new URLSearchParams(fields).toString(), {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(sent.status).toBe(303);
    expect((await openedForm()).ticket).not.toBe('');
  });

  it('are not retired while they sign, and said to nobody by a fault', async () => {
    const signs = await operator.admin('keys', 'retire', 'links', '2', '--yes');
    expect(signs).toMatchObject({ code: 1, out: '', err: 'keys retire: key 2 signs: rotate first\n' });
    operator.env['GATEWAY_TOKEN_KEYS'] = '1:too-short-a-secret';
    const unread = await operator.admin('keys', 'rotate', 'links');
    expect(unread).toMatchObject({ code: 1, out: '', err: 'keys rotate: these are no token keys\n' });
    expect((await operator.admin('keys', 'rotate', 'everything')).code).toBe(2);
  });
});
