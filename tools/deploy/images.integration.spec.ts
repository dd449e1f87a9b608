import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@porchlight/contracts';
import { busPasswordName, busUsers } from '@porchlight/installation';
import { findProgram, natsProgram, run, startSystem, type System } from '@porchlight/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { currentRun } from '../../libs/testing/src/run/run-file';

describe('what the Dockerfile lays out', () => {
  let system: System;
  let folder = '';
  const images: readonly ServiceName[] = ['identity', 'notifications'];

  beforeAll(async () => {
    // Far from the repository, so that no package is found but those laid out.
    folder = await mkdtemp(join(tmpdir(), 'porchlight-images-'));
    system = await startSystem({ services: images });
    for (const service of images) await system.process(service).stop();
  });
  afterAll(async () => {
    await system.stop();
    await rm(folder, { recursive: true });
  });

  const layOut = async (app: string): Promise<string> => {
    const to = join(folder, app);
    const laid = await run(process.execPath, ['--no-warnings', 'tools/build/runtime.ts', app, to], {
      cwd: currentRun().root,
    });
    if (laid.code !== 0) throw new Error(laid.err);
    return join(to, 'app/main.js');
  };

  it.each(images)('runs %s', async (service) => {
    await system.process(service).start({}, { bundle: await layOut(service) });
    expect((await fetch(`${system.url(service)}/readyz`)).status).toBe(200);
  });

  it('hashes a password and sends a mail by the packages beside the bundles', async () => {
    const client = system.client();
    await client.register();
    const mail = await system.mail.waitFor(({ to }) => to.includes(client.email));
    expect(mail.html).toContain('</html>');
  });

  it("says what an operator's program takes", async () => {
    const said = await run(process.execPath, [await layOut('admin')], { cwd: folder });
    expect(said).toMatchObject({ code: 0, out: expect.stringContaining('admin restore <backup>') });
  });

  it('makes the secrets of an installation', async () => {
    const made = await run(process.execPath, [await layOut('provision'), 'secrets'], { cwd: folder });
    expect(made.out).toMatch(/^POSTGRES_PASSWORD='p[0-9a-f]{48}'$/m);
  });
});

describe('the NATS of the compose file', () => {
  it('has a configuration that takes each password from the environment', async () => {
    const { root, cache } = currentRun();
    const program = await findProgram(natsProgram, cache);
    const checked = await run(program.command, ['--config', join(root, 'deploy/nats/nats.conf'), '-t'], {
      env: {
        ...program.env,
        NATS_NAME: 'porchlight',
        ...Object.fromEntries(busUsers.map((user) => [busPasswordName(user), `p${user}`])),
      },
    });
    expect(checked.err + checked.out).toContain('is valid');
  });
});
