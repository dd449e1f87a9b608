import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type Reply, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { Builder, openLink } from '../../test-app/builder';
import { entryIn } from '../../test-app/entry-in';

const png = { 'content-type': 'image/png' };
const picture = (color: string) => sharp({ create: { width: 64, height: 32, channels: 3, background: color } }).png();

describe('a file of a portal', () => {
  let system: System;
  let builder: Builder;
  let neighbour: Builder;
  let visitor: Client;
  let logoUrl: string;
  let foreignLogoId: string;

  /** Sets a logo and gives its address in the project's view, once it has come there. */
  const logoOf = async (company: Builder, viewer: Client): Promise<string> => {
    const bytes = await picture('#1f4e46').toBuffer();
    const put = await company.client.put('/api/leads/brand/logo', bytes, { ifMatch: 1, headers: png });
    expect(put.status).toBe(200);
    const path = company.api(`/files/${put.body.logo.id}`);
    const arrived = async () => (await viewer.get(company.api())).body.company.logoUrl === path;
    await until(arrived, 10_000, 'the logo did not arrive');
    return path;
  };

  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads', 'portal-gateway'] });
    [builder, neighbour] = [await Builder.start(system), await Builder.start(system)];
    visitor = await openLink(system, (await builder.link()).url);
    const next = await openLink(system, (await neighbour.link()).url);
    logoUrl = await logoOf(builder, visitor);
    const foreign = await logoOf(neighbour, next);
    foreignLogoId = foreign.slice(foreign.lastIndexOf('/') + 1);
    expect(await next.get(foreign)).toMatchObject({ status: 200 });
  });
  afterAll(() => system.stop());

  const expectRefused = (reply: Reply, status: number, code: string) => {
    expect({ status: reply.status, code: reply.body.code }).toEqual({ status, code });
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(reply.headers.get('cache-control')).toBe('no-store');
  };

  it('is handed to who sees the view: as what it is, under a name of ours, to keep nowhere and run nothing', async () => {
    const { status, headers, body } = await visitor.get(logoUrl);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'inline; filename="picture.png"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
    expect(headers.get('etag') ?? headers.get('last-modified')).toBeNull();
    expect((await sharp(body).metadata()).width).toBe(64);
    expect(await visitor.send('HEAD', logoUrl)).toMatchObject({ status: 200 });
  });

  it('is kept from who has no cookie, that of another project, or another name for it', async () => {
    expectRefused(await system.client().get(logoUrl), 401, 'unauthenticated');
    const cookie = (await openLink(system, (await neighbour.link()).url)).cookies.headerFor(neighbour.api()) ?? '';
    const headers = { cookie: cookie.replace(neighbour.projectId, builder.projectId) };
    expectRefused(await system.client().get(logoUrl, { headers }), 401, 'unauthenticated');
    expectRefused(await system.client().get(logoUrl, { headers: { cookie } }), 401, 'unauthenticated');
    // The bearer of the company itself opens nothing here.
    expectRefused(await builder.client.get(logoUrl), 401, 'unauthenticated');
  });

  it('is none but those that the view names', async () => {
    const stray = randomUUID();
    const folder = join(system.filesFolder, 'public', foreignLogoId.slice(-2));
    await writeFile(join(folder, stray), await picture('#000000').toBuffer());
    for (const id of [randomUUID(), foreignLogoId, stray])
      expectRefused(await visitor.get(`${builder.api()}/files/${id}`), 404, 'not_found');
  });

  it.each([
    '..%2f..%2f..%2fetc%2fpasswd',
    '%2e%2e%2f%2e%2e%2fprivate',
    '....//....//etc/passwd',
    'x',
    '%00',
    `${'a'.repeat(290)}`,
    '../../../../private',
  ])('is not reached by a way around: %s', async (path) => {
    const reply = await visitor.get(`${builder.api()}/files/${path}`);
    expect([400, 401, 404]).toContain(reply.status);
    expect(reply.headers.get('content-type')).not.toMatch(/image|octet/);
  });

  it('is for reading', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expectRefused(await visitor.send(method, logoUrl, {}), 405, 'method_not_allowed');
    expect((await visitor.get(logoUrl)).status).toBe(200);
  });

  it('is never anything that we did not encode, whatever came to lie there', async () => {
    const id = logoUrl.slice(logoUrl.lastIndexOf('/') + 1);
    const path = join(system.filesFolder, 'public', id.slice(-2), id);
    await rename(path, `${path}.away`);
    expectRefused(await visitor.get(logoUrl), 404, 'not_found');
    await writeFile(path, '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expectRefused(await visitor.get(logoUrl), 404, 'not_found');
    await rename(`${path}.away`, path);
    expect((await visitor.get(logoUrl)).status).toBe(200);
  });

  it('is gone with the link, and its dead page names none', async () => {
    const { id, url } = await builder.link();
    const guest = await openLink(system, url);
    expect((await guest.get(logoUrl)).status).toBe(200);
    await builder.revoke(id);
    expectRefused(await guest.get(logoUrl), 410, 'link_revoked');
    const entry = entryIn((await guest.get(url)).body);
    expect(entry).toMatchObject({ state: 'dead_link', reason: 'revoked' });
    expect(JSON.stringify(entry)).not.toContain('files/');
  });

  it('is gone with the logo, at once', async () => {
    const { version } = (await builder.client.get('/api/leads/brand')).body;
    await builder.client.delete('/api/leads/brand/logo', { ifMatch: version });
    await until(
      async () => (await visitor.get(builder.api())).body.company.logoUrl === undefined,
      10_000,
      'the logo did not go',
    );
    expectRefused(await visitor.get(logoUrl), 404, 'not_found');
  });
});
