import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LeadFile } from '@porchlight/contracts';
import { LocalFolder } from '@porchlight/platform';
import { type Client, startSystem, type System, until } from '@porchlight/testing';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { photoWithSecrets, pngBomb, polyglot, solid } from '@porchlight/media/samples';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

describe('the files of a lead', () => {
  let system: System;
  let owner: Client;
  let folder: LocalFolder;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'leads'], env: { leads: { SWEEP_EVERY_MS: '200' } } });
    owner = system.client();
    await owner.register();
    folder = new LocalFolder(join(system.backing.filesFolder, 'private'));
  });
  afterAll(() => system.stop());

  const newLead = async (): Promise<string> =>
    (await owner.post('/api/leads', { projectType: 'Kitchen', client: { name: 'The Okafors' } })).body.id;
  const upload = async (lead: string, bytes: Buffer, type: string, name = 'Plan.pdf', by = owner, key?: string) => {
    const reply = await fetch(`${system.origin}/api/leads/${lead}/files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${by.accessToken}`,
        'content-type': type,
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      body: new Uint8Array(bytes),
    });
    return { status: reply.status, body: JSON.parse(await reply.text()) };
  };
  const download = async (lead: string, file: string, by = owner) => {
    const headers = { authorization: `Bearer ${by.accessToken}` };
    const reply = await fetch(`${system.origin}/api/leads/${lead}/files/${file}`, { headers });
    return { status: reply.status, headers: reply.headers, bytes: Buffer.from(await reply.arrayBuffer()) };
  };
  const list = async (lead: string): Promise<LeadFile[]> => (await owner.get(`/api/leads/${lead}/files`)).body.items;

  it('are kept and given back as attachments that nothing runs', async () => {
    const lead = await newLead();
    const added = await upload(lead, pdf, 'application/pdf', 'Küche "1".pdf');
    expect(added).toMatchObject({
      status: 201,
      body: { name: 'Küche "1".pdf', kind: 'document', mediaType: 'application/pdf', size: pdf.length },
    });
    const { status, headers, bytes } = await download(lead, added.body.id);
    expect(status).toBe(200);
    expect(bytes.equals(pdf)).toBe(true);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(
      String.raw`attachment; filename="K?che \"1\".pdf"; filename*=UTF-8''K%C3%BCche%20%221%22.pdf`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(await list(lead)).toEqual([added.body]);
    expect(added.body.addedBy).toMatch(/^Olive Owner/);
    expect((await owner.get(`/api/leads/${lead}/activity`)).body.items[0]).toMatchObject({
      action: 'file_added',
      subject: 'Küche "1".pdf',
    });
  });

  it('are photos without what the camera wrote and without what was hidden behind them', async () => {
    const lead = await newLead();
    const secret = 'CANARY-exif-77aa';
    for (const bytes of [await photoWithSecrets(secret), await polyglot()]) {
      const { status, body } = await upload(lead, bytes, 'image/jpeg', 'IMG_1.jpeg');
      expect({ status, body }).toMatchObject({ status: 201, body: { name: 'IMG_1.jpg', kind: 'photo' } });
      const kept = (await download(lead, body.id)).bytes;
      expect(kept.length).toBe(body.size);
      expect(kept.toString('latin1')).not.toMatch(new RegExp(`${secret}|Exif|script`, 'i'));
    }
  });

  it('are refused where they are not what they say, or nothing that we take', async () => {
    const lead = await newLead();
    const png = await solid('#1f4e46').png().toBuffer();
    const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
    const refused: readonly (readonly [string, Buffer, string, number])[] = [
      ['SVG', svg, 'image/svg+xml', 415],
      ['SVG called PNG', svg, 'image/png', 415],
      ['HTML', html, 'text/html', 415],
      ['HTML called PDF', html, 'application/pdf', 415],
      ['PNG called PDF', png, 'application/pdf', 415],
      ['PDF called PNG', pdf, 'image/png', 415],
      ['a zip called Word', zip, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 415],
      ['a bomb', pngBomb(50_000, 50_000), 'image/png', 413],
      ['too many bytes', Buffer.concat([pdf, Buffer.alloc(15 * 1024 * 1024)]), 'application/pdf', 413],
      ['nothing', Buffer.alloc(0), 'application/pdf', 415],
    ];
    const stored = (await folder.ids()).length;
    for (const [what, bytes, type, status] of refused)
      expect({ what, status: (await upload(lead, bytes, type)).status }).toEqual({ what, status });
    expect((await upload(lead, pdf, 'application/pdf', '\u0000')).status).toBe(400);
    expect(await list(lead)).toEqual([]);
    expect((await folder.ids()).length).toBe(stored);
  });

  it('are nobody else’s, also by way of a lead of one’s own', async () => {
    const lead = await newLead();
    const { body: file } = await upload(lead, pdf, 'application/pdf');
    const stranger = system.client();
    await stranger.register();
    const own = (await stranger.post('/api/leads', { projectType: 'Roof', client: { name: 'Me' } })).body.id;
    for (const at of [lead, own]) {
      expect((await download(at, file.id, stranger)).status).toBe(404);
      expect((await stranger.delete(`/api/leads/${at}/files/${file.id}`)).status).toBe(404);
    }
    expect((await upload(lead, pdf, 'application/pdf', 'x.pdf', stranger)).status).toBe(404);
    expect((await download(await newLead(), file.id)).status).toBe(404);
    expect(await list(lead)).toHaveLength(1);
  });

  it('are one however often the same upload arrives', async () => {
    const lead = await newLead();
    const tries = await Promise.all(
      Array.from({ length: 4 }, () => upload(lead, pdf, 'application/pdf', 'Plan.pdf', owner, 'one-file')),
    );
    expect(tries.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(tries.map(({ body }) => body.id)).size).toBe(1);
    expect(await list(lead)).toHaveLength(1);
    const told = (await owner.get(`/api/leads/${lead}/activity`)).body.items;
    expect(told.filter(({ action }: { action: string }) => action === 'file_added')).toHaveLength(1);
  });

  it('are a hundred at most', async () => {
    const lead = await newLead();
    await system.sql(
      'leads',
      `insert into lead_file (id, company_id, lead_id, name, kind, media_type, size, added_at, added_by)
       select gen_random_uuid(), company_id, id, 'x', 'document', 'application/pdf', 1, now(), ''
       from lead, generate_series(1, 99) where id = $1`,
      [lead],
    );
    const tries = await Promise.all(Array.from({ length: 3 }, () => upload(lead, pdf, 'application/pdf')));
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(tries.find(({ status }) => status === 409)?.body.code).toBe('too_many_files');
  });

  it('keep the bytes that were there first, also when the same upload began earlier and ends later with others', async () => {
    const lead = await newLead();
    const [slow, quick] = [
      Buffer.concat([pdf, Buffer.from('%slow')]),
      Buffer.concat([pdf, Buffer.from('%the quick one')]),
    ];
    const taken = async () => {
      const rows = await system.sql<{ points: string }>(
        'leads',
        `select coalesce(sum(points), 0)::text as points from rate_limit where key like 'upload:%'`,
      );
      return Number(rows[0]?.points);
    };
    const before = await taken();
    const late = request(`${system.origin}/api/leads/${lead}/files?name=Plan.pdf`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${owner.accessToken}`,
        'content-type': 'application/pdf',
        'content-length': slow.length,
        'idempotency-key': 'twice',
      },
    });
    const answered = once(late, 'response');
    late.write(slow.subarray(0, 10));
    await until(async () => (await taken()) > before, 10_000, 'the slow upload was never let in');
    const first = await upload(lead, quick, 'application/pdf', 'Plan.pdf', owner, 'twice');
    expect(first).toMatchObject({ status: 201, body: { size: quick.length } });
    late.end(slow.subarray(10));
    const [reply] = await answered;
    reply.resume();
    expect(reply.statusCode).toBe(201);
    expect(await list(lead)).toEqual([first.body]);
    expect((await download(lead, first.body.id)).bytes.equals(quick)).toBe(true);
  });

  it('take up so much of a company and no more', async () => {
    const builder = system.client();
    await builder.register();
    const lead = (await builder.post('/api/leads', { projectType: 'Kitchen', client: { name: 'The Okafors' } })).body
      .id;
    const big = (
      await system.sql<{ id: string }>(
        'leads',
        `insert into lead_file (id, company_id, lead_id, name, kind, media_type, size, added_at, added_by)
         select gen_random_uuid(), company_id, id, 'x', 'document', 'application/pdf', 2147483647, now(), ''
         from lead, generate_series(1, 10) where id = $1 returning id`,
        [lead],
      )
    )[0]?.id;
    const other = (await builder.post('/api/leads', { projectType: 'Roof', client: { name: 'Others' } })).body.id;
    expect(await upload(other, pdf, 'application/pdf', 'Plan.pdf', builder)).toMatchObject({
      status: 409,
      body: {
        code: 'too_many_files',
        detail: `It needs ${pdf.length} B, and 10 B of your company’s 21.5 GB are left. Delete files of your leads to make room.`,
      },
    });
    expect((await upload(await newLead(), pdf, 'application/pdf')).status).toBe(201);
    expect((await builder.delete(`/api/leads/${lead}/files/${big}`)).status).toBe(204);
    expect((await upload(other, pdf, 'application/pdf', 'Plan.pdf', builder)).status).toBe(201);
  });

  it('go with their removal and with their lead, bytes and all; an upload that ended half way is swept', async () => {
    const lead = await newLead();
    const one = (await upload(lead, pdf, 'application/pdf')).body.id;
    const other = (await upload(lead, pdf, 'application/pdf')).body.id;
    expect((await owner.delete(`/api/leads/${lead}/files/${one}`)).status).toBe(204);
    expect((await download(lead, one)).status).toBe(404);
    expect((await list(lead)).map(({ id }) => id)).toEqual([other]);
    expect((await owner.delete(`/api/leads/${lead}`, { ifMatch: 1 })).status).toBe(204);
    expect((await download(lead, other)).status).toBe(404);
    const [half] = await system.sql<{ id: string }>(
      'leads',
      `insert into lead_file (id, company_id, name, kind, media_type, size, added_at, added_by)
       values (gen_random_uuid(), gen_random_uuid(), 'x', 'document', 'x', 1, now() - interval '61 minutes', '') returning id`,
    );
    await folder.put(half?.id ?? '', pdf);
    await system.sql('leads', `update lead_file set added_at = now() - interval '61 minutes' where lead_id is null`);
    const gone = new Set([one, other, half?.id]);
    await until(
      async () => {
        const rows = await system.sql<{ id: string }>('leads', 'select id from lead_file');
        return ![...rows.map(({ id }) => id), ...(await folder.ids())].some((id) => gone.has(id));
      },
      20_000,
      'something of the files is left',
    );
  });
});
