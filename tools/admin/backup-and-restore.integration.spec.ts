import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portalViewV1Schema, type PortalViewV1 } from '@porchlight/contracts';
import { solid } from '@porchlight/media/samples';
import { startSystem, until, type Client, type System } from '@porchlight/testing';
import { appendFile, readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { Operator } from './test-app/operator';

describe('a backup', () => {
  let system: System;
  let operator: Operator;
  let owner: Client;
  let visitor: Client;
  let projectId: string;
  let link: string;
  let photoUrl: string;

  const open = async (): Promise<Client> => {
    const somebody = system.client();
    const { pathname, search } = new URL(link);
    expect(await somebody.get(pathname + search)).toMatchObject({ status: 303 });
    return somebody;
  };
  const view = async (by = visitor): Promise<PortalViewV1 | undefined> => {
    const { status, body } = await by.get(`/api/portal/${projectId}`);
    return status === 200 ? portalViewV1Schema.parse(body) : undefined;
  };
  const sharePhoto = async (): Promise<void> => {
    const files = `/api/projects/${projectId}/files`;
    const { body: file } = await owner.post(
      `${files}?name=IMG_1.png`,
      await solid('#1f4e46', 900, 600).png().toBuffer(),
      {
        headers: { 'content-type': 'image/png' },
      },
    );
    expect(await owner.post(`${files}/${file.id}/share`, undefined, { ifMatch: file.version })).toMatchObject({
      status: 200,
    });
  };

  beforeAll(async () => {
    system = await startSystem();
    operator = await Operator.of(system);
    owner = system.client();
    await owner.register();
    projectId = (await owner.post('/api/projects', { name: 'Maple Street kitchen' })).body.id;
    link = (await owner.post(`/api/portal/${projectId}/links`, { label: 'Anna & Ben' })).body.url;
    visitor = await open();
    await sharePhoto();
    photoUrl = (await until(async () => (await view())?.shared?.[0], 10_000)).url;
  });
  afterAll(async () => {
    await system.stop();
    await operator.leave();
  });

  it('is whole or not there, for its owner alone, and listed', async () => {
    expect(await operator.does('backup')).toMatch(/\d+ rows of projects\n.*2 files of projects\n/s);
    const [name = '', ...others] = await readdir(operator.backups);
    expect(others).toEqual([]);
    expect((await stat(join(operator.backups, name))).mode & 0o077).toBe(0);
    expect(await operator.does('backup', 'list')).toContain(`${name}  of 0.1.0-test`);
  });

  it('is not put back while services run, and not over data without a word', async () => {
    const running = await operator.admin('restore', 'latest', '--yes');
    expect(running).toMatchObject({ code: 1, err: expect.stringContaining('services are running (gateway_app, ') });
    await operator.stopServices();
    const inUse = await operator.admin('restore', 'latest');
    expect(inUse).toMatchObject({ code: 1, err: expect.stringContaining('say --yes') });
    expect(await system.sql('projects', 'select id from project')).toEqual([{ id: projectId }]);
  });

  it('is not put back once a byte of it is another', async () => {
    const [name = ''] = await readdir(operator.backups);
    const file = join(operator.backups, name, 'database/projects.project.jsonl.gz');
    const { size } = await stat(file);
    await appendFile(file, '!');
    const damaged = await operator.admin('restore', name, '--yes');
    expect(damaged).toMatchObject({ code: 1, err: expect.stringContaining('projects.project.jsonl.gz') });
    await truncate(file, size);
  });

  it('brings everything back after a wipe: the same view and photo, links, sessions and live screens', async () => {
    await operator.startServices();
    const before = await until(() => view(), 20_000);
    const photo = (await visitor.get(photoUrl)).body;
    await operator.stopServices();
    await operator.wipe();

    const said = await operator.does('restore', 'latest');
    expect(said).toContain('2 facts of portals go out anew');
    await operator.startServices();

    // Screens that saw later changes take what comes now for newer: a million for either fact of the portal.
    const after = await until(async () => {
      const now = await view();
      return now && now.version >= before.version + 2_000_000 && now;
    }, 20_000);
    expect(after).toEqual({ ...before, version: before.version + 2_000_000 });
    expect((await visitor.get(photoUrl)).body.equals(photo)).toBe(true);
    expect(await view(await open())).toEqual(after);
    expect(await owner.post('/api/identity/sessions/refresh')).toMatchObject({ status: 200 });
    await owner.signIn(owner.email, owner.password);
    expect(await owner.post(`/api/projects/${projectId}/updates`, { text: 'We are back' })).toMatchObject({
      status: 201,
    });
    await until(async () => (await view())?.updates?.[0]?.text === 'We are back', 10_000);
  });
});
