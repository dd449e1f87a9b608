import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@porchlight/contracts';
import { startSystem, type System } from '@porchlight/testing';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { privacyFindings } from './privacy-check';
import { seededLeaks, type SeededLeak } from './seeded-leaks';

describe('seeded leaks (P4)', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system?.stop());

  const restart = async (service: ServiceName, bundle?: string): Promise<void> => {
    const process = system.process(service);
    await process.kill('SIGTERM');
    await process.start({}, bundle ? { bundle } : {});
  };

  /** Runs `work` while the service has the bug in it. The piece must stand there once, or the seed has gone stale. */
  const withLeak = async ({ service, from, to }: SeededLeak, work: () => Promise<void>): Promise<void> => {
    const folder = join(process.cwd(), 'dist/apps', service);
    const text = await readFile(join(folder, 'main.js'), 'utf8');
    expect(text.split(from)).toHaveLength(2);
    const file = join(folder, 'seeded-leak.js');
    await writeFile(
      file,
      text.replace(from, () => to),
    );
    try {
      await restart(service, file);
      await work();
    } finally {
      await restart(service);
      await rm(file);
    }
  };

  it('finds nothing where none was seeded', async () => {
    expect(await privacyFindings(system)).toEqual([]);
  });

  it.each(seededLeaks)('catches it when $story', (leak) =>
    withLeak(leak, async () => {
      expect(await privacyFindings(system)).not.toEqual([]);
    }),
  );
});
