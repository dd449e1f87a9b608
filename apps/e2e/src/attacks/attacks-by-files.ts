import type { Reply } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { crc32, deflateSync } from 'node:zlib';
import type { Attack } from './attack';
import type { Scene } from './scene';

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>');
const html = Buffer.from('<!doctype html><script>alert(document.domain)</script>');
const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#1f4e46' } })
    .png()
    .toBuffer();

const chunk = (name: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
/** A few kilobytes that say they are 50,000 by 50,000 pixels. */
const bomb = (): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(50_000, 0);
  header.writeUInt32BE(50_000, 4);
  header[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(4_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const versionOf = async ({ owner }: Scene): Promise<number> => (await owner.get('/api/leads/brand')).body.version;

/** As logo and as portfolio picture; the brand is as it was afterwards. */
const uploadToBrand = async (at: Scene, type: string, bytes: Buffer): Promise<Reply[]> => {
  const before = await versionOf(at);
  const sent = { ifMatch: before, headers: { 'content-type': type } };
  const replies = [
    await at.owner.put('/api/leads/brand/logo', bytes, sent),
    await at.owner.post('/api/leads/brand/pictures', bytes, sent),
  ];
  if ((await versionOf(at)) !== before) throw new Error('the brand was changed');
  return replies;
};

/** The same, and as a file of a project, which has none afterwards. */
const upload = async (at: Scene, type: string, bytes: Buffer): Promise<Reply[]> => {
  const files = `/api/projects/${at.home.projectId}/files`;
  const reply = await at.owner.post(`${files}?name=Kitchen`, bytes, { headers: { 'content-type': type } });
  if ((await at.owner.get(files)).body.items.length > 0) throw new Error('a file was kept');
  return [...(await uploadToBrand(at, type, bytes)), reply];
};

const unsupported = { '415 unsupported_media_type': 3 } as const;
const tooLarge = { '413 body_too_large': 3 } as const;

export const uploads: readonly Attack[] = [
  ['SVG', unsupported, (at) => upload(at, 'image/svg+xml', svg)],
  ['SVG called a PNG', unsupported, (at) => upload(at, 'image/png', svg)],
  ['HTML', unsupported, (at) => upload(at, 'text/html', html)],
  ['HTML called a JPEG', unsupported, (at) => upload(at, 'image/jpeg', html)],
  ['a PNG called a GIF', unsupported, async (at) => upload(at, 'image/gif', await picture())],
  ['a form with a file in it', unsupported, (at) => upload(at, 'multipart/form-data; boundary=x', html)],
  [
    'half a picture',
    { '415 file_refused': 3 },
    async (at) => upload(at, 'image/png', (await picture()).subarray(0, 90)),
  ],
  ['a decompression bomb', tooLarge, (at) => upload(at, 'image/png', bomb())],
  [
    'more than 5 MB',
    { '413 body_too_large': 2 },
    (at) => uploadToBrand(at, 'image/png', Buffer.alloc(5 * 1024 * 1024 + 1)),
  ],
  ['HTML called a PDF', unsupported, (at) => upload(at, 'application/pdf', html)],
  [
    'a picture to a route that takes none',
    '415 unsupported_media_type',
    async (at) => at.owner.post('/api/leads', await picture(), { headers: { 'content-type': 'image/png' } }),
  ],
  [
    'for a foreign company and project, as a subcontractor and signed out',
    { '404 not_found': 2, '403 forbidden': 2, '401 unauthenticated': 2 },
    async (at) => {
      const bytes = await picture();
      const path = `/api/leads/brand/logo?companyId=${at.home.companyId}`;
      const sent = { ifMatch: 1, headers: { 'content-type': 'image/png' } };
      const files = `/api/projects/${at.home.projectId}/files?name=Kitchen`;
      const tries = [at.stranger, at.sub, at.nobody].map((client) => [
        client.put(path, bytes, sent),
        client.post(files, bytes, sent),
      ]);
      return Promise.all(tries.flat());
    },
  ],
  [
    'a portal for files that its view does not name, or by ways around',
    { '404 not_found': 3 },
    async (at) => {
      const visitor = await at.visitor((await at.link()).url);
      const files = `/api/portal/${at.home.projectId}/files`;
      const sent = { ifMatch: 1, headers: { 'content-type': 'image/png' } };
      const foreign = await at.stranger.put('/api/leads/brand/logo', await picture(), sent);
      return Promise.all([
        visitor.get(`${files}/${foreign.body.logo.id}`),
        visitor.get(`${files}/${randomUUID()}`),
        visitor.get(`${files}/..%2f..%2f..%2fetc%2fpasswd`),
      ]);
    },
  ],
];
