import { describe, expect, it } from '@jest/globals';
import { CookieJar } from './cookie-jar';

describe('the cookie jar', () => {
  it('keeps two cookies of one name apart by their path', () => {
    const jar = new CookieJar();
    jar.keep(['pl_1=page; Path=/portal/1; HttpOnly', 'pl_1=api; Path=/api/portal/1; HttpOnly']);
    expect(jar.headerFor('/portal/1')).toBe('pl_1=page');
    expect(jar.headerFor('/api/portal/1/live')).toBe('pl_1=api');
  });

  it('sends nothing to a path that only begins alike', () => {
    const jar = new CookieJar();
    jar.keep(['pl_1=x; Path=/portal/1']);
    expect(jar.headerFor('/portal/12')).toBe('');
  });

  it('lets a cookie go that is set with no time left', () => {
    const jar = new CookieJar();
    jar.keep(['refresh=x; Path=/']);
    jar.keep(['refresh=; Path=/; Max-Age=0']);
    expect(jar.get('refresh')).toBeUndefined();
  });
});
