import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askBrand, brandSchema, problemSchema } from '@porchlight/contracts';
import { askAs, type Client, type Reply, startSystem, type System, until } from '@porchlight/testing';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { halves, photoWithSecrets, pngBomb, solid } from '@porchlight/media/samples';

const png = { 'content-type': 'image/png' };
const jpeg = { 'content-type': 'image/jpeg' };

describe('logo and pictures of a brand', () => {
  let system: System;
  let owner: Client;
  let other: Client;
  let companyId: string;
  let projectId: string;
  let logo: Buffer;
  let photo: Buffer;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'leads'], env: { leads: { SWEEP_EVERY_MS: '200' } } });
    [owner, other] = [system.client(), system.client()];
    companyId = (await owner.register()).company.id;
    await other.register();
    const lead = await owner.post('/api/leads', { projectType: 'Kitchen', client: { name: 'The Okafors' } });
    const published = await owner.post(`/api/leads/${lead.body.id}/publish`, {
      name: 'Kitchen',
      welcomeMessage: 'Hi.',
    });
    projectId = published.body.portal.projectId;
    logo = await (await halves('#1f6fb4', '#d35400', 800, 400)).png().toBuffer();
    photo = await solid('#335577', 1200, 900).jpeg().toBuffer();
  });
  afterAll(() => system.stop());

  const brand = async () => brandSchema.parse((await owner.get('/api/leads/brand')).body);
  const putLogo = (bytes: Buffer, ifMatch: number, headers = png) =>
    owner.put('/api/leads/brand/logo', bytes, { ifMatch, headers });
  const addPicture = (ifMatch: number, bytes = photo, headers = jpeg) =>
    owner.post('/api/leads/brand/pictures', bytes, { ifMatch, headers });
  const shells = async (): Promise<{ company: { logoUrl?: string; pictures?: { url: string; alt?: string }[] } }[]> =>
    (
      await system.sql<{ envelope: string }>(
        'leads',
        `select envelope from outbox where type = 'portal.fact.shell.v1' and aggregate_id = $1 order by seq`,
        [projectId],
      )
    ).map(({ envelope }) => JSON.parse(envelope).data);
  const stored = async () =>
    (await readdir(join(system.filesFolder, 'public'), { recursive: true }).catch(() => [])).filter((name) =>
      name.includes('/'),
    );
  const expectProblem = (reply: Reply, status: number, code: string) => {
    expect({ status: reply.status, code: reply.body.code }).toEqual({ status, code });
    problemSchema.parse(reply.body);
  };

  it('takes a logo, suggests its colours, and shows it in every portal', async () => {
    const before = (await shells()).length;
    const reply = await putLogo(logo, 1);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('etag')).toBe('"2"');
    const { version, logo: shown, suggestions } = brandSchema.parse(reply.body);
    expect(version).toBe(2);
    expect(shown).toMatchObject({ width: 640, height: 320, alt: null });
    expect(suggestions).toContainEqual({ primary: '#1f6fb4', secondary: '#d35400' });
    const facts = await shells();
    expect(facts).toHaveLength(before + 1);
    expect(facts.at(-1)?.company.logoUrl).toBe(`/api/portal/${projectId}/files/${shown?.id}`);
    expect(shown?.id[14]).toBe('4');
    expect(await stored()).toHaveLength(2);
  });

  it('hands the bytes to the staff, as what they are, and to nobody else', async () => {
    const { logo: shown } = await brand();
    const large = await owner.get(`${shown?.url}`);
    const small = await owner.get(`${shown?.url}?size=small`);
    for (const [reply, width] of [
      [large, 640],
      [small, 320],
    ] as const) {
      expect(reply.status).toBe(200);
      expect(reply.headers.get('content-type')).toBe('image/png');
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
      expect(reply.headers.get('content-disposition')).toBe('inline; filename="logo.png"');
      expect(reply.headers.get('cache-control')).toBe('no-store');
      expect(reply.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect((await sharp(reply.body).metadata()).width).toBe(width);
    }
    expectProblem(await other.get(`${shown?.url}`), 404, 'not_found');
    expectProblem(await system.client().get(`${shown?.url}`), 401, 'unauthenticated');
    expectProblem(await owner.get(`${shown?.url}?size=huge`), 400, 'invalid_request');
  });

  it('answers mails with the small logo, as large as it is to be shown', async () => {
    const answer = await askAs(system, 'notifications', askBrand, { companyId });
    expect(answer.logo).toMatchObject({ width: 160, height: 80 });
    const bytes = Buffer.from(answer.logo?.base64 ?? '', 'base64');
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 320, height: 160 });
  });

  it('refuses what is no picture, before anything is stored or any portal told', async () => {
    const [before, facts, files] = [await brand(), await shells(), await stored()];
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    expectProblem(await putLogo(svg, 2, { 'content-type': 'image/svg+xml' }), 415, 'unsupported_media_type');
    expectProblem(await putLogo(svg, 2), 415, 'unsupported_media_type');
    expectProblem(await putLogo(logo, 2, jpeg), 415, 'unsupported_media_type');
    expectProblem(await putLogo(logo.subarray(0, 300), 2), 415, 'file_refused');
    expectProblem(await putLogo(pngBomb(30_000, 30_000), 2), 413, 'body_too_large');
    expectProblem(await putLogo(Buffer.alloc(5 * 1024 * 1024 + 1), 2), 413, 'body_too_large');
    expectProblem(await owner.put('/api/leads/brand/logo', { a: 1 }, { ifMatch: 2 }), 415, 'unsupported_media_type');
    expectProblem(
      await owner.put('/api/leads/brand', logo, { ifMatch: 2, headers: png }),
      415,
      'unsupported_media_type',
    );
    expectProblem(await putLogo(logo, 1), 412, 'version_stale');
    expectProblem(await owner.put('/api/leads/brand/logo', logo, { headers: png }), 428, 'version_missing');
    expect([await brand(), await shells(), await stored()]).toEqual([before, facts, files]);
  });

  it('takes six pictures and no seventh, though they come at once', async () => {
    const { version } = await brand();
    const race = await Promise.all(Array.from({ length: 8 }, () => addPicture(version)));
    expect(race.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412, 412, 412, 412, 412]);
    for (let seen = version + 1; seen < version + 6; seen += 1) expect((await addPicture(seen)).status).toBe(201);
    expectProblem(await addPicture(version + 6), 409, 'too_many_files');
    const full = await brand();
    expect(full.pictures).toHaveLength(6);
    const [first, ...others] = full.pictures;
    const race2 = await Promise.all([
      owner.delete(`/api/leads/brand/pictures/${first?.id}`, { ifMatch: full.version }),
      owner.patch(`/api/leads/brand/pictures/${others[0]?.id}`, { alt: 'A porch' }, { ifMatch: full.version }),
    ]);
    expect(race2.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('describes and removes pictures, and tells the portals of that alone which shows', async () => {
    const { version, pictures } = await brand();
    const [one] = pictures;
    const url = `/api/leads/brand/pictures/${one?.id}`;
    const described = await owner.patch(url, { alt: 'A blue kitchen' }, { ifMatch: version });
    expect(described).toMatchObject({ status: 200, body: { version: version + 1 } });
    expect((await shells()).at(-1)?.company.pictures?.[0]).toMatchObject({ alt: 'A blue kitchen' });
    const facts = (await shells()).length;
    const same = await owner.patch(url, { alt: 'A blue kitchen' }, { ifMatch: version + 1 });
    expect(same).toMatchObject({ status: 200, body: { version: version + 1 } });
    expect(await shells()).toHaveLength(facts);
    const removed = await owner.delete(url, { ifMatch: version + 1 });
    expect(removed.body.pictures).toHaveLength(pictures.length - 1);
    expect(await shells()).toHaveLength(facts + 1);
    expectProblem(await owner.get(url), 404, 'not_found');
    expectProblem(await owner.delete(url, { ifMatch: version + 2 }), 404, 'not_found');
    expectProblem(await other.delete(`/api/leads/brand/pictures/${pictures[1]?.id}`, { ifMatch: 1 }), 404, 'not_found');
  });

  it('keeps nothing of what a camera wrote', async () => {
    const secret = 'CANARY-brand-exif-77';
    const { version } = await brand();
    const reply = await addPicture(version, await photoWithSecrets(secret));
    const id = reply.body.pictures.at(-1).id;
    for (const size of ['large', 'small'])
      expect((await owner.get(`/api/leads/brand/pictures/${id}?size=${size}`)).body.includes(secret)).toBe(false);
  });

  it('sweeps what nobody has shown for an hour, and nothing else', async () => {
    const before = await brand();
    const [last] = before.pictures.slice(-1);
    const { version } = (await owner.delete(`/api/leads/brand/pictures/${last?.id}`, { ifMatch: before.version })).body;
    await system.sql('leads', `update picture set given_up_at = given_up_at - interval '61 minutes'`);
    // Given up a moment ago: a portal may still name it.
    await owner.delete('/api/leads/brand/logo', { ifMatch: version });
    await until(
      async () => (await system.sql('leads', `select from picture where id = $1`, [last?.id])).length === 0,
      10_000,
      'what was given up is still there',
    );
    const shown = await brand();
    expect(shown.logo).toBeNull();
    expect((await shells()).at(-1)?.company.logoUrl).toBeUndefined();
    const rows = await system.sql<{ id: string; small_id: string }>('leads', 'select id, small_id from picture');
    expect(rows).toHaveLength(shown.pictures.length + 1);
    const kept = (await stored()).map((name) => name.slice(name.indexOf('/') + 1));
    expect(kept.sort()).toEqual(rows.flatMap(({ id, small_id }) => [id, small_id]).sort());
    for (const { url } of shown.pictures) expect((await owner.get(url)).status).toBe(200);
  });

  it('is bounded for a company in an hour, before a byte is read', async () => {
    await system.sql('leads', `update rate_limit set points = 1000 where key like 'upload:%'`);
    const { version } = await brand();
    const reply = await putLogo(logo, version);
    expectProblem(reply, 429, 'too_many_requests');
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
