import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { officeFile } from '@porchlight/media/samples';
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

  /** Adds a file to the project. */
  const add = async (bytes: Buffer, type: string, name: string): Promise<{ id: string; version: number }> => {
    const path = `/api/projects/${builder.projectId}/files?name=${name}`;
    const { status, body } = await builder.client.post(path, bytes, { headers: { 'content-type': type } });
    expect(status).toBe(201);
    return body;
  };
  const fileApi = (id: string, rest = '') => `/api/projects/${builder.projectId}/files/${id}${rest}`;
  const share = async ({ id, version }: { id: string; version: number }): Promise<number> => {
    const reply = await builder.client.post(fileApi(id, '/share'), undefined, { ifMatch: version });
    expect(reply.status).toBe(200);
    return reply.body.version;
  };
  const seen = async (count: number) =>
    until(
      async () => {
        const { shared } = (await visitor.get(builder.api())).body;
        return shared.length === count && shared;
      },
      10_000,
      `there are not ${count} shared files`,
    );

  it('is a photo that was shared, in two sizes, and gone at once when it is taken back', async () => {
    const file = await add(await picture('#b45309').toBuffer(), 'image/png', 'IMG_1.png');
    expectRefused(await visitor.get(builder.api(`/files/${file.id}`)), 404, 'not_found');
    const version = await share(file);
    const [{ url, smallUrl }] = await seen(1);
    for (const path of [url, smallUrl]) {
      const { status, headers, body } = await visitor.get(path);
      expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'image/jpeg' });
      expect(headers.get('content-disposition')).toBe('inline; filename="picture.jpg"');
      expect((await sharp(body).metadata()).width).toBe(64);
    }
    expectRefused(await visitor.get(builder.api(`/files/${file.id}`)), 404, 'not_found');
    const next = await openLink(system, (await neighbour.link()).url);
    expectRefused(await next.get(neighbour.api(`/files/${url.split('/').at(-1)}`)), 404, 'not_found');
    await builder.client.delete(fileApi(file.id, '/share'), { ifMatch: version });
    for (const path of [url, smallUrl]) expectRefused(await visitor.get(path), 404, 'not_found');
    await seen(0);
  });

  it('is a document that was shared: to be saved, as what it is and under a name of ours', async () => {
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n');
    const sent = [
      { bytes: pdf, type: 'application/pdf', name: 'document.pdf' },
      { bytes: officeFile('docx'), type: word, name: 'document.docx' },
    ];
    for (const { bytes, type } of sent) {
      const { id } = await add(bytes, type, 'Quote-for-the-Okafors');
      const titled = await builder.client.patch(fileApi(id), { title: 'The plan' }, { ifMatch: 1 });
      await share({ id, version: titled.body.version });
    }
    const shared = await seen(2);
    for (const { bytes, type, name } of sent) {
      const { url } = shared.find(({ mediaType }: { mediaType: string }) => mediaType === type);
      const { status, headers, body } = await visitor.get(url);
      expect(status).toBe(200);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
        'content-length': `${bytes.length}`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      expect(Buffer.from(body).equals(bytes)).toBe(true);
      expect(await visitor.send('HEAD', url)).toMatchObject({ status: 200 });
    }
    expect(JSON.stringify(shared)).not.toContain('Okafors');
  });

  it('is the photo of an update, also of one that is only fetched', async () => {
    const { id } = await add(await picture('#7c2d12').toBuffer(), 'image/png', 'IMG_2.png');
    const updates = `/api/projects/${builder.projectId}/updates`;
    expect((await builder.client.post(updates, { text: 'With a photo', fileId: id })).status).toBe(201);
    for (const text of ['One', 'Two', 'Three']) await builder.client.post(updates, { text });
    const old = await until(
      async () => {
        const { updates: shown, olderUpdates } = (await visitor.get(builder.api())).body;
        return olderUpdates === 1 && !JSON.stringify(shown).includes('photoUrl');
      },
      10_000,
      'the updates did not arrive',
    );
    expect(old).toBe(true);
    const { items } = (await visitor.get(builder.api('/updates'))).body;
    const { photoUrl, smallUrl } = items.at(-1);
    for (const path of [photoUrl, smallUrl]) expect((await visitor.get(path)).status).toBe(200);
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
