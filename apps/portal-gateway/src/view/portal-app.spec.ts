import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PortalEntry } from '@porchlight/contracts';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pageHeaders } from './page-headers';
import { embeddable, PortalApp } from './portal-app';

const template = '<!doctype html><html><body><!--entry--><app-root ngCspNonce="__NONCE__"></app-root></body></html>';
const noAccess: PortalEntry = { state: 'no_access' };

describe('embeddable', () => {
  it('holds nothing that could end a script element or open a comment, and reads back the same', () => {
    const nasty = fc.oneof(fc.string(), fc.constantFrom('</script>', '<!--', '<script', ']]>', '\u2028', '$&', "$'"));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.array(nasty)), (value) => {
        const text = embeddable(value);
        expect(text).not.toContain('<');
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('PortalApp', () => {
  let folder: string;
  let app: PortalApp;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'porchlight-portal-'));
    writeFileSync(join(folder, 'index.html'), template);
    app = new PortalApp({ PORTAL_APP_DIR: folder });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('puts the first screen into the page as data', () => {
    const { html } = app.page(noAccess);
    expect(html).toContain('<script type="application/json" id="entry">{"state":"no_access"}</script><app-root');
    expect(html).not.toContain('<!--entry-->');
  });

  it('gives each page a nonce of its own, the one its policy names', () => {
    const [one, two] = [app.page(noAccess), app.page(noAccess)];
    expect(one.nonce).not.toBe(two.nonce);
    expect(one.html).toContain(`ngCspNonce="${one.nonce}"`);
    expect(pageHeaders(one.nonce, [])['content-security-policy']).toContain(`'nonce-${one.nonce}'`);
  });

  it('gives a nonce to nothing that people wrote', () => {
    const company = {
      name: '__NONCE__ <!--entry-->',
      colors: { primary: '#000000', secondary: '#ffffff' },
      contact: {},
    };
    const { html, nonce } = app.page({ state: 'dead_link', reason: 'revoked', company });
    expect(html).toContain('__NONCE__ \\u003c!--entry-->');
    expect(html.split(nonce)).toHaveLength(2);
  });

  it('refuses to start on a page that it cannot fill', () => {
    writeFileSync(join(folder, 'index.html'), '<html></html>');
    expect(() => new PortalApp({ PORTAL_APP_DIR: folder })).toThrow('build the portal app first');
  });
});

describe('pageHeaders', () => {
  it('allows no inline script, no third party, no frame', () => {
    const policy = pageHeaders('n0nce', ['https://portal.example'])['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self' wss://portal.example");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });
});
