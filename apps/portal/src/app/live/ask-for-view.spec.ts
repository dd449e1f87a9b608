import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { aView } from '../testing/a-view';
import { askForView } from './ask-for-view';

const projectId = aView().projectId;
const { fetch: realFetch } = globalThis;

const gatewaySays = (status: number, body: unknown) => {
  const asked = jest.fn<(address: string, options: RequestInit) => Promise<object>>(async () => ({
    status,
    ok: status < 300,
    json: async () => {
      if (body === 'no json') throw new SyntaxError('no json');
      return body;
    },
  }));
  Object.assign(globalThis, { fetch: asked });
  return asked;
};

describe('asking for the view', () => {
  afterEach(() => {
    Object.assign(globalThis, { fetch: realFetch });
  });

  it('names the version it has and keeps nothing in any cache', async () => {
    const asked = gatewaySays(304, 'no json');
    expect(await askForView(projectId, 7)).toEqual({ kind: 'unchanged' });
    expect(asked.mock.calls[0]?.[0]).toBe(`/api/portal/${projectId}`);
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ cache: 'no-store', headers: { 'if-none-match': '"7"' } });
  });

  it('takes a view', async () => {
    const view = aView({ version: 8 });
    gatewaySays(200, view);
    expect(await askForView(projectId, 7)).toEqual({ kind: 'view', view });
  });

  it.each([
    [410, 'link_revoked', 'revoked'],
    [410, 'link_expired', 'expired'],
    [401, 'session_ended', 'signed_out'],
    [401, 'unauthenticated', 'no_access'],
    [404, 'not_found', 'no_access'],
  ])('%i %s ends it: %s', async (status, code, reason) => {
    gatewaySays(status, { code, status });
    expect(await askForView(projectId, 7)).toEqual({ kind: 'ended', reason });
  });

  it.each([
    ['a bare 404 of a proxy', 404, 'no json'],
    ['a page of a captive portal', 200, 'no json'],
    ['a gateway that cannot reach its store', 503, { code: 'unavailable' }],
    ['too many requests', 429, { code: 'too_many_requests' }],
    ['a view without a version', 200, { ...aView(), version: undefined }],
  ])('%s ends nothing', async (_, status, body) => {
    gatewaySays(status, body);
    expect(await askForView(projectId, 7)).toEqual({ kind: 'unreachable' });
  });

  it('survives a dead network', async () => {
    Object.assign(globalThis, { fetch: () => Promise.reject(new TypeError('network')) });
    expect(await askForView(projectId, 7)).toEqual({ kind: 'unreachable' });
  });
});
