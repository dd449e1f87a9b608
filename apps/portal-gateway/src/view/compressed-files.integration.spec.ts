import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type System } from '@porchlight/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';

const name = 'main-4rk366mt.js';
const script = `export const said = ${JSON.stringify('Hello. '.repeat(200))};\n`;

/** The portal's files, as a browser gets them that asks the gateway itself, with no proxy between. */
describe("the portal's files", () => {
  let system: System;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'porchlight-portal-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><html><body><!--entry--></body></html>');
    await writeFile(join(folder, 'plain-4rk366mt.js'), script);
    await writeFile(join(folder, name), script);
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(script));
    await writeFile(join(folder, `${name}.gz`), gzipSync(script));
    // As an installation has it; the tests themselves ask by http.
    const env = { PORTAL_APP_DIR: folder, PUBLIC_ORIGINS: 'https://homes.example.com' };
    system = await startSystem({ services: ['portal-gateway'], env: { 'portal-gateway': env } });
  });
  afterAll(async () => {
    await system?.stop();
    await rm(folder, { recursive: true });
  });

  /** Asks as it is, where fetch would decode and add headers of its own. */
  const ask = (file: string, accepted?: string, more: IncomingHttpHeaders = {}) =>
    new Promise<{ status?: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      const headers = { ...(accepted !== undefined && { 'accept-encoding': accepted }), ...more };
      request(new URL(`/portal/${file}`, system.url('portal-gateway')), { headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }),
        );
      })
        .once('error', reject)
        .end();
    });

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['br;q=0.1, gzip;q=0', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
    ['', undefined, (body: Buffer) => body],
    ['zstd', undefined, (body: Buffer) => body],
    ['br;q=0, gzip;q=0', undefined, (body: Buffer) => body],
    [undefined, undefined, (body: Buffer) => body],
  ])('go to who accepts %j as %s', async (accepted, encoding, decode) => {
    const { status, headers, body } = await ask(name, accepted);
    expect([status, headers['content-encoding']]).toEqual([200, encoding]);
    expect(decode(body).toString()).toBe(script);
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/^(text|application)\/javascript/),
      vary: expect.stringMatching(/accept-encoding/i),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
  });

  it('are three things to a cache: each form has a tag of its own, and is not sent again to who has it', async () => {
    const tags = await Promise.all(['br', 'gzip', ''].map(async (one) => (await ask(name, one)).headers.etag));
    expect(new Set(tags).size).toBe(3);
    const again = await ask(name, 'br', { 'if-none-match': tags[0] });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await ask(name, 'gzip', { 'if-none-match': tags[0] })).status).toBe(200);
  });

  it('go as they are where no smaller form was made', async () => {
    const { status, headers, body } = await ask('plain-4rk366mt.js', 'gzip, br');
    expect([status, headers['content-encoding'], body.toString()]).toEqual([200, undefined, script]);
  });

  it.each([`${name}.br`, `${name}.gz`, 'index.html', 'index.html.br', 'main-00000000.js'])(
    'hold nothing by the name %s',
    async (file) => {
      for (const accepted of ['br', 'gzip', undefined]) {
        const { status, headers, body } = await ask(file, accepted);
        expect([status, headers['content-encoding']]).toEqual([404, undefined]);
        expect(JSON.parse(body.toString())).toMatchObject({ status: 404 });
        expect(headers['cache-control']).not.toContain('immutable');
      }
    },
  );

  it.each([
    ['the page', v7(), 200],
    ['the page of a made-up link', `${v7()}?token=x`, 404],
    ['the way to the public address', `${v7()}?token=y`, 308],
    ['a file', name, 200],
    ['a fault', 'no-project', 404],
  ])('come by https alone, and so does %s', async (_what, path, status) => {
    const host = status === 308 ? {} : { host: 'homes.example.com' };
    const answer = await ask(path, undefined, host);
    expect([answer.status, answer.headers['strict-transport-security']]).toEqual([status, 'max-age=31536000']);
    const isPage = answer.headers['content-type']?.startsWith('text/html') ?? false;
    expect(answer.headers['cross-origin-opener-policy']).toBe(isPage ? 'same-origin' : undefined);
  });
});
