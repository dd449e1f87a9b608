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

describe('keys that are rotated', () => {
  let system: System;
  let operator: Operator;
  let owner: Client;
  let visitor: Client;
  let projectId: string;
  let oldLink: string;

  const link = async (): Promise<{ id: string; url: string }> =>
    (await owner.post(`/api/portal/${projectId}/links`, { label: 'Anna & Ben' })).body;
  const opening = async (url: string): Promise<{ status: number; visitor: Client }> => {
    const somebody = system.client();
    const { pathname, search } = new URL(url);
    return { status: (await somebody.get(pathname + search)).status, visitor: somebody };
  };
  const sees = async (by: Client): Promise<number> => (await by.get(`/api/portal/${projectId}`)).status;
  /** As an operator does: what was printed goes into `.env`, and the service is started again. */
  const puts = async (service: 'identity' | 'portal-gateway', printed: string): Promise<void> => {
    const line = lineIn(printed);
    Object.assign(operator.env, line);
    await system.process(service).stop();
    await system.startService(service, {
      ...(operator.env['SIGNING_KEYS'] && service === 'identity' && { SIGNING_KEYS: operator.env['SIGNING_KEYS'] }),
      ...(operator.env['GATEWAY_TOKEN_KEYS'] &&
        service === 'portal-gateway' && { TOKEN_KEYS: operator.env['GATEWAY_TOKEN_KEYS'] }),
    });
  };

  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads', 'portal-gateway'] });
    operator = await Operator.of(system);
    owner = system.client();
    await owner.register();
    projectId = (await owner.post('/api/projects', { name: 'Maple Street kitchen' })).body.id;
    oldLink = (await link()).url;
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

  it('are not retired while they sign, and said to nobody by a fault', async () => {
    const signs = await operator.admin('keys', 'retire', 'links', '2', '--yes');
    expect(signs).toMatchObject({ code: 1, out: '', err: 'keys retire: key 2 signs: rotate first\n' });
    operator.env['GATEWAY_TOKEN_KEYS'] = '1:too-short-a-secret';
    const unread = await operator.admin('keys', 'rotate', 'links');
    expect(unread).toMatchObject({ code: 1, out: '', err: 'keys rotate: these are no token keys\n' });
    expect((await operator.admin('keys', 'rotate', 'everything')).code).toBe(2);
  });
});
