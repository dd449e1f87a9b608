import { describe, expect, it } from '@jest/globals';
import { CapabilityTokens } from '@porchlight/platform';
import fc from 'fast-check';
import { configFor } from '../config.factory';
import type { Credential } from './credential';
import { longestCookieLife, PortalCookies } from './portal-cookie';

const projectId = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const other = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c';
const link: Credential = { kind: 'link', id: '0193a1b2-c3d4-7e5f-8a6b-000000000001', generation: 3 };
const session: Credential = { kind: 'session', id: '0193a1b2-c3d4-7e5f-8a6b-000000000002' };

const cookies = new PortalCookies(configFor());
const headerOf = (setCookies: string[]): string => setCookies[0]?.split(';')[0] ?? '';

describe('PortalCookies', () => {
  it.each([link, session])('reads back a $kind credential it issued', (credential) => {
    expect(cookies.read(headerOf(cookies.issue(projectId, credential)), projectId)).toEqual(credential);
  });

  it('is set once for the page and once for its API, out of reach of scripts and of other sites', () => {
    const [page, api] = cookies.issue(projectId, link);
    expect(page).toContain(`; Path=/portal/${projectId}; HttpOnly; SameSite=Lax`);
    expect(api).toContain(`; Path=/api/portal/${projectId}; HttpOnly; SameSite=Lax`);
    expect(page).toContain(`Max-Age=${longestCookieLife}`);
  });

  it('goes over https only wherever the portal does', () => {
    const secure = new PortalCookies(configFor({ PUBLIC_ORIGINS: ['https://portal.example'] }));
    for (const line of secure.issue(projectId, link)) expect(line).toContain('; Secure');
    for (const line of cookies.issue(projectId, link)) expect(line).not.toContain('Secure');
  });

  it('dies with its link', () => {
    const inAnHour = new Date(Date.now() + 3_600_000);
    const [line = ''] = cookies.issue(projectId, link, inAnHour);
    expect(Number(/Max-Age=(\d+)/.exec(line)?.[1])).toBeGreaterThan(3_590);
    expect(Number(/Max-Age=(\d+)/.exec(line)?.[1])).toBeLessThanOrEqual(3_600);
    expect(cookies.issue(projectId, link, new Date(0))[0]).toContain('Max-Age=0');
  });

  it('is of no use at another project, and is known for what it is there', () => {
    const header = headerOf(cookies.issue(other, link));
    expect(cookies.read(header, projectId)).toBeNull();
    expect(cookies.hasForeign(header, projectId)).toBe(true);
    expect(cookies.hasForeign(header, other)).toBe(false);
  });

  it('takes no link token for a cookie, nor one kind of cookie for another', () => {
    const token = new CapabilityTokens(configFor().TOKEN_KEYS, 'share-link').mint({ id: link.id, generation: 3 });
    const value = headerOf(cookies.issue(projectId, link)).split('=')[1] ?? '';
    for (const wrong of [token, `l.${token}`, `s.${token}`, `s.${value.slice(2)}`, value.slice(2), ''])
      expect(cookies.read(`pl_${projectId}=${wrong}`, projectId)).toBeNull();
  });

  it('reads nothing into whatever it did not issue', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(cookies.read(text, projectId)).toBeNull();
        expect(cookies.read(`pl_${projectId}=${text}`, projectId)).toBeNull();
        expect(cookies.hasForeign(text, projectId)).toBe(false);
      }),
    );
  });
});
