import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProjectFile } from '@porchlight/contracts';
import { photoWithSecrets, pngBomb, solid } from '@porchlight/media/samples';
import { LocalFolder } from '@porchlight/platform';
import { type Client, type Reply, startSystem, type System, until } from '@porchlight/testing';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client as Postgres } from 'pg';
import sharp from 'sharp';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const html = Buffer.from('<!doctype html><script>alert(1)</script>');

interface View {
  readonly updates: readonly { photoUrl?: string; smallUrl?: string }[];
  readonly shared: readonly { id: string; title: string; kind: string; url: string; smallUrl?: string }[];
}

describe('the files of a project', () => {
  let system: System;
  let owner: Client;
  let secret: LocalFolder;
  let shown: LocalFolder;
  beforeAll(async () => {
    const env = { projects: { SWEEP_EVERY_MS: '200' } };
    system = await startSystem({ services: ['identity', 'projects'], env });
    owner = system.client();
    await owner.register();
    secret = new LocalFolder(join(system.backing.filesFolder, 'private-projects'));
    shown = new LocalFolder(join(system.backing.filesFolder, 'public'));
  });
  afterAll(() => system.stop());

  const newProject = async (by = owner): Promise<string> =>
    `/api/projects/${(await by.post('/api/projects', { name: 'Kitchen' })).body.id}`;
  const upload = (at: string, bytes: Buffer, type: string, name = 'Plan.pdf', by = owner, key?: string) =>
    by.post(`${at}/files?name=${encodeURIComponent(name)}`, bytes, {
      headers: { 'content-type': type, ...(key !== undefined && { 'idempotency-key': key }) },
    });
  const added = async (at: string, bytes: Buffer, type: string, name?: string): Promise<ProjectFile> => {
    const reply = await upload(at, bytes, type, name);
    expect({ status: reply.status, body: reply.body }).toMatchObject({ status: 201 });
    return reply.body;
  };
  const photo = async (at: string, color = '#1f4e46') =>
    added(at, await solid(color, 900, 600).png().toBuffer(), 'image/png', 'IMG_0412.png');
  const share = (at: string, { id, version }: ProjectFile): Promise<Reply> =>
    owner.post(`${at}/files/${id}/share`, undefined, { ifMatch: version });
  const unshare = (at: string, { id, version }: ProjectFile): Promise<Reply> =>
    owner.delete(`${at}/files/${id}/share`, { ifMatch: version });
  const list = async (at: string): Promise<ProjectFile[]> => (await owner.get(`${at}/files`)).body.items;
  /** What left for the portal last. */
  const viewOf = async (at: string): Promise<View> => {
    const [row] = await system.sql<{ public_bytes: string }>(
      'projects',
      'select public_bytes from project_portal where project_id = $1',
      [at.split('/').at(-1)],
    );
    return JSON.parse(row?.public_bytes ?? '{}');
  };
  const idIn = (url: string | undefined): string => url?.split('/').at(-1) ?? '';

  it('are private: kept in two sizes without what the camera wrote, and nothing of them leaves', async () => {
    const at = await newProject();
    const canary = 'CANARY-exif-5d1e';
    const file = await added(at, await photoWithSecrets(canary), 'image/jpeg', 'Anna at home.jpeg');
    expect(file).toMatchObject({
      name: 'Anna at home.jpg',
      title: '',
      kind: 'photo',
      mediaType: 'image/jpeg',
      width: 48,
      height: 64,
      sharedAt: null,
      version: 1,
    });
    expect(file.addedBy).toMatch(/^Olive Owner/);
    for (const size of ['small', 'large']) {
      const { status, headers, body } = await owner.get(`${at}/files/${file.id}/content?size=${size}`);
      expect(status).toBe(200);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'content-disposition': 'attachment; filename="Anna at home.jpg"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
      expect(body.toString('latin1')).not.toMatch(new RegExp(`${canary}|Exif`));
    }
    expect(await list(at)).toEqual([file]);
    expect(await viewOf(at)).toMatchObject({ shared: [] });
    expect((await shown.ids()).length).toBe(0);
    expect((await owner.get(`${at}/activity`)).body.items[0]).toMatchObject({ subject: 'file', action: 'created' });
  });

  it('are shared one by one, under fresh ids each time, and taken back with their bytes', async () => {
    const at = await newProject();
    const [one, other] = [await photo(at), await photo(at, '#b45309')];
    const first = await share(at, one);
    expect(first).toMatchObject({ status: 200, body: { version: 2, sharedAt: expect.any(String) } });
    const view = await viewOf(at);
    expect(view.shared).toHaveLength(1);
    const [file] = view.shared;
    expect(JSON.stringify(view)).not.toMatch(new RegExp(`IMG_0412|Olive|${one.id}|${other.id}`));
    const [large, small] = [await shown.read(idIn(file?.url)), await shown.read(idIn(file?.smallUrl))];
    expect((await sharp(large ?? undefined).metadata()).width).toBe(900);
    expect((await sharp(small ?? undefined).metadata()).width).toBe(720);

    const taken = await unshare(at, first.body);
    expect(taken).toMatchObject({ status: 200, body: { version: 3, sharedAt: null } });
    expect((await viewOf(at)).shared).toEqual([]);
    for (const url of [file?.url, file?.smallUrl]) expect(await shown.read(idIn(url))).toBeNull();

    await share(at, other);
    const again = await share(at, taken.body);
    const names = (await viewOf(at)).shared.map(({ id }) => id);
    expect(names).toHaveLength(2);
    expect(names).not.toContain(file?.id);
    expect(await shown.read(names[0] ?? '')).not.toBeNull();
    const told = (await owner.get(`${at}/activity`)).body.items;
    expect(told.map(({ action }: { action: string }) => action).slice(0, 4)).toEqual([
      'shared',
      'shared',
      'unshared',
      'shared',
    ]);

    expect((await owner.delete(`${at}/files/${one.id}`, { ifMatch: again.body.version })).status).toBe(204);
    expect(await shown.read(names[0] ?? '')).toBeNull();
    expect((await viewOf(at)).shared.map(({ id }) => id)).toEqual(names.slice(1));
    expect((await owner.get(`${at}/files/${one.id}/content`)).status).toBe(404);
    expect((await list(at)).map(({ id }) => id)).toEqual([other.id]);
  });

  it('shared again by an update while they are taken back are shown anew or not at all, never by what is dropped', async () => {
    const at = await newProject();
    const { body: file } = await share(at, await photo(at));
    const [before] = (await viewOf(at)).shared;
    const waiting = (count: number) => async () =>
      (
        await system.sql(
          'projects',
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
      ).length === count;
    const post = () => owner.post(`${at}/updates`, { text: 'The floor is in.', fileId: file.id });
    const holder = new Postgres({ connectionString: system.postgresUrl() });
    const gate = new Postgres({ connectionString: system.postgresUrl() });
    await Promise.all([holder.connect(), gate.connect()]);
    try {
      // The first half of the sharing waits here, with the project held; the unsharing comes between the halves.
      await holder.query('begin');
      await holder.query('select 1 from projects.project_file where id = $1 for update', [file.id]);
      const posting = post();
      await until(waiting(1), 10_000, 'the update did not come to the photo');
      const unsharing = unshare(at, file);
      await until(waiting(2), 10_000, 'the unsharing did not come to the project');
      // Closes when both are over, and the second half has to wait before it.
      await gate.query('begin');
      const closed = gate.query('lock table projects.person in access exclusive mode');
      await until(waiting(3), 10_000, 'the gate does not close');
      await holder.query('rollback');
      expect((await unsharing).status).toBe(200);
      await closed;
      await gate.query('rollback');
      expect(await posting).toMatchObject({ status: 503 });
    } finally {
      await Promise.all([holder.end(), gate.end()]);
    }
    expect(await viewOf(at)).toMatchObject({ shared: [], updates: [] });
    expect((await post()).status).toBe(201);
    const [now] = (await viewOf(at)).shared;
    expect(now?.id).not.toBe(before?.id);
    for (const url of [now?.url, now?.smallUrl]) expect(await shown.read(idIn(url))).not.toBeNull();
    for (const url of [before?.url, before?.smallUrl]) expect(await shown.read(idIn(url))).toBeNull();
  });

  it('that are documents need a title before anybody sees them, and keep one while they do', async () => {
    const at = await newProject();
    const file = await added(at, pdf, 'application/pdf', 'quote v7 FINAL.pdf');
    const titled = (title: string, version: number) =>
      owner.patch(`${at}/files/${file.id}`, { title }, { ifMatch: version });
    expect(await share(at, file)).toMatchObject({ status: 400, body: { errors: [{ path: 'title' }] } });
    const { body: named } = await titled('The plan', 1);
    const { body: seen } = await share(at, named);
    expect(await titled('', seen.version)).toMatchObject({ status: 400, body: { errors: [{ path: 'title' }] } });
    expect((await titled('The whole plan', seen.version)).body.version).toBe(seen.version + 1);
    const [document] = (await viewOf(at)).shared;
    expect(document).toEqual({
      id: expect.any(String),
      kind: 'document',
      title: 'The whole plan',
      url: `/api/portal/${at.split('/').at(-1)}/files/${document?.id}`,
      mediaType: 'application/pdf',
      sharedAt: seen.sharedAt,
    });
    expect((await shown.read(document?.id ?? ''))?.equals(pdf)).toBe(true);
    expect(await titled('Old', 1)).toMatchObject({ status: 412, body: { current: { title: 'The whole plan' } } });
  });

  it('come with an update, which loses its photo when that is taken back', async () => {
    const at = await newProject();
    const file = await photo(at);
    const written = await owner.post(`${at}/updates`, { text: 'The floor is in.', fileId: file.id });
    expect(written).toMatchObject({ status: 201, body: { fileId: file.id } });
    const view = await viewOf(at);
    expect(view.updates[0]?.photoUrl).toBe(view.shared[0]?.url);
    expect(view.updates[0]).toMatchObject({ width: 900, height: 600, smallUrl: expect.any(String) });
    const [held] = await list(at);
    expect(held?.sharedAt).not.toBeNull();
    expect((await unshare(at, held ?? file)).status).toBe(200);
    expect(await viewOf(at)).toMatchObject({ updates: [{ text: 'The floor is in.' }], shared: [] });
    expect(JSON.stringify(await viewOf(at))).not.toContain('/files/');
    expect((await owner.get(`${at}/updates`)).body.items[0]).toMatchObject({ fileId: null });

    const document = await added(at, pdf, 'application/pdf');
    for (const fileId of [document.id, (await photo(await newProject())).id])
      expect(await owner.post(`${at}/updates`, { text: 'x', fileId })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'fileId' }] },
      });
  });

  it('are taken back from an archived project too, whose page stays open', async () => {
    const at = await newProject();
    const [one, two] = [await photo(at), await photo(at)];
    for (const file of [one, two]) expect((await share(at, file)).status).toBe(200);
    const update = (await owner.post(`${at}/updates`, { text: 'Wrong project.' })).body;
    const { version } = (await owner.get(at)).body;
    expect((await owner.patch(at, { status: 'archived' }, { ifMatch: version })).status).toBe(200);
    const [second, first] = await list(at);
    expect((await unshare(at, first ?? one)).status).toBe(200);
    expect((await owner.delete(`${at}/files/${two.id}`, { ifMatch: second?.version ?? 0 })).status).toBe(204);
    expect((await owner.delete(`${at}/updates/${update.id}`, { ifMatch: 1 })).status).toBe(204);
    expect(await viewOf(at)).toMatchObject({ status: 'archived', shared: [], updates: [] });
    expect((await share(at, first ?? one)).status).toBe(409);
  });

  it('are one however often the same upload or sharing arrives', async () => {
    const at = await newProject();
    const uploads = await Promise.all(
      Array.from({ length: 3 }, () => upload(at, pdf, 'application/pdf', 'Plan.pdf', owner, 'one-file')),
    );
    expect(uploads.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(uploads.map(({ body }) => body.id)).size).toBe(1);
    expect(await list(at)).toHaveLength(1);
    const file = await photo(at);
    const shares = await Promise.all([share(at, file), share(at, file), share(at, file)]);
    expect(shares.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect((await viewOf(at)).shared).toHaveLength(1);
    const { url, smallUrl } = (await viewOf(at)).shared[0] ?? {};
    for (const one of [url, smallUrl]) expect(await shown.read(idIn(one))).not.toBeNull();
  });

  it('are refused where they are not what they say, and leave nothing behind', async () => {
    const at = await newProject();
    const stored = (await secret.ids()).length;
    const refused: readonly (readonly [Buffer, string, number])[] = [
      [html, 'text/html', 415],
      [html, 'application/pdf', 415],
      [pdf, 'image/png', 415],
      [pngBomb(50_000, 50_000), 'image/png', 413],
      [Buffer.concat([pdf, Buffer.alloc(15 * 1024 * 1024)]), 'application/pdf', 413],
    ];
    for (const [bytes, type, status] of refused)
      expect({ type, status: (await upload(at, bytes, type)).status }).toEqual({ type, status });
    expect(await list(at)).toEqual([]);
    expect((await secret.ids()).length).toBe(stored);
  });

  it('are 500 of a project, and 120 shared', async () => {
    const builder = system.client();
    await builder.register();
    const at = await newProject(builder);
    const many = (project: string, count: number, shared: boolean) =>
      system.sql(
        'projects',
        `insert into project_file (id, company_id, project_id, version, name, title, kind, media_type, size, small_id,
           width, height, added_at, added_by, shared_at, public_id, public_small_id, public_since)
         select gen_random_uuid(), company_id, id, 1, 'x', 'x', 'photo', 'image/jpeg', 1, gen_random_uuid(), 1, 1,
           now(), '', case when $2 then now() end, gen_random_uuid(), gen_random_uuid(), now()
         from project, generate_series(1, $3::int) where id = $1`,
        [project.split('/').at(-1), shared, count],
      );
    const send = (to: string) => upload(to, pdf, 'application/pdf', 'Plan.pdf', builder);
    await many(at, 119, true);
    await many(at, 379, false);
    const tries = await Promise.all([send(at), send(at), send(at)]);
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    const share120 = async ({ body: { id } }: Reply): Promise<number> => {
      await builder.patch(`${at}/files/${id}`, { title: 'Plan' }, { ifMatch: 1 });
      return (await builder.post(`${at}/files/${id}/share`, undefined, { ifMatch: 2 })).status;
    };
    const taken = tries.filter(({ status }) => status === 201);
    expect((await Promise.all(taken.map(share120))).sort()).toEqual([200, 409]);
  });

  it('take up so much of a company and no more: in all sizes, and once more where they are shared', async () => {
    const builder = system.client();
    await builder.register();
    const [full, at] = [await newProject(builder), await newProject(builder)];
    const stored = (size: number, smallSize: number, shared: boolean) =>
      system.sql<{ id: string }>(
        'projects',
        `insert into project_file (id, company_id, project_id, version, name, title, kind, media_type, size, small_id,
           small_size, width, height, added_at, added_by, shared_at, public_id, public_small_id, public_since)
         select gen_random_uuid(), company_id, id, 1, 'x', 'x', 'photo', 'image/jpeg', $2, gen_random_uuid(), $3, 1, 1,
           now(), '', p.since, case when $4 then gen_random_uuid() end, case when $4 then gen_random_uuid() end, p.since
         from project, (select case when $4 then now() end as since) p where id = $1 returning id`,
        [full.split('/').at(-1), size, smallSize, shared],
      );
    for (let one = 0; one < 4; one += 1) await stored(2_000_000_000, 600_000_000, true);
    const rest = 20 * 1024 ** 3 - 4 * 2 * 2_600_000_000;
    await stored(rest - pdf.length - 10, 0, false);
    const send = () => upload(at, pdf, 'application/pdf', 'Plan.pdf', builder);
    const { status, body: last } = await send();
    expect(status).toBe(201);
    const tooMuch = `It needs ${pdf.length} B, and 10 B of your company’s 21.5 GB are left. Delete files of your projects, or stop sharing some, to make room.`;
    expect(await send()).toMatchObject({ status: 409, body: { code: 'too_many_files', detail: tooMuch } });
    await builder.patch(`${at}/files/${last.id}`, { title: 'Plan' }, { ifMatch: 1 });
    const shareIt = () => builder.post(`${at}/files/${last.id}/share`, undefined, { ifMatch: 2 });
    expect(await shareIt()).toMatchObject({ status: 409, body: { detail: tooMuch } });
    expect((await upload(await newProject(), pdf, 'application/pdf')).status).toBe(201);
    const [, shared] = (await builder.get(`${full}/files`)).body.items;
    expect((await builder.delete(`${full}/files/${shared.id}`, { ifMatch: 1 })).status).toBe(204);
    expect((await shareIt()).status).toBe(200);
    expect((await send()).status).toBe(201);
  });

  it('are nobody else’s', async () => {
    const at = await newProject();
    const file = await photo(at);
    const stranger = system.client();
    await stranger.register();
    const own = await newProject(stranger);
    for (const place of [at, own]) {
      const path = `${place}/files/${file.id}`;
      for (const reply of [
        await stranger.get(`${path}/content`),
        await stranger.patch(path, { title: 'x' }, { ifMatch: 1 }),
        await stranger.post(`${path}/share`, undefined, { ifMatch: 1 }),
        await stranger.delete(path, { ifMatch: 1 }),
      ])
        expect(reply.status).toBe(404);
    }
    expect(await list(at)).toEqual([file]);
  });

  it('whose sharing fails half way stay private, and what it left in the public folder is swept', async () => {
    const at = await newProject();
    const file = await photo(at);
    await system.sql('projects', `alter table activity add constraint full_disk check (action <> 'shared') not valid`);
    expect((await share(at, file)).status).toBe(500);
    await system.sql('projects', 'alter table activity drop constraint full_disk');
    expect((await viewOf(at)).shared).toEqual([]);
    const left = await system.sql<{ public_id: string }>(
      'projects',
      'select public_id from project_file where id = $1',
      [file.id],
    );
    const half = left[0]?.public_id ?? '';
    expect(await shown.read(half)).not.toBeNull();
    await system.sql('projects', `update project_file set public_since = now() - interval '61 minutes' where id = $1`, [
      file.id,
    ]);
    await until(async () => (await shown.read(half)) === null, 10_000, 'what lies there by halves was not swept');
    expect((await share(at, file)).status).toBe(200);
  });

  it('of which one cannot be dropped keep no other from being swept, and are swept themselves once they can', async () => {
    const at = await newProject();
    const [stuck, gone] = [await photo(at), await photo(at)].sort((one, other) => one.id.localeCompare(other.id));
    const placeOf = (id: string): string => join(system.backing.filesFolder, 'private-projects', id.slice(-2), id);
    const stuckAt = placeOf(stuck?.id ?? '');
    // No file any more: dropping it fails.
    await rm(stuckAt);
    await mkdir(stuckAt);
    await writeFile(join(stuckAt, 'x'), '');
    const kept = async () =>
      (await system.sql<{ id: string }>('projects', 'select id from project_file where project_id is null')).map(
        ({ id }) => id,
      );
    await system.sql(
      'projects',
      `update project_file set project_id = null, added_at = now() - interval '61 minutes' where id = any($1)`,
      [[stuck?.id, gone?.id]],
    );
    const swept = async (id?: string) => !(await kept()).includes(id ?? '');
    await until(() => swept(gone?.id), 20_000, 'the other was not swept');
    expect(await secret.read(gone?.id ?? '')).toBeNull();
    expect(await swept(stuck?.id)).toBe(false);
    const told = system.logs('projects').filter((line) => line.includes('a file could not be cleared away'));
    expect(told.join()).toContain(stuck?.id);
    expect(told.join()).not.toContain('IMG_0412');
    await rm(stuckAt, { recursive: true });
    await until(() => swept(stuck?.id), 20_000, 'what can be dropped now was not');
  });
});
