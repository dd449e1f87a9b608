import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@porchlight/contracts';
import { startSystem, type System } from '@porchlight/testing';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { privacyFindings } from './privacy-check';
import { seededLeaks, type Seed } from './seeded-leaks';

describe('seeded leaks (P4)', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system?.stop());

  /** Starts a service anew with bugs in it. Each piece must stand there once, or its seed has gone stale. */
  const seed = async (service: ServiceName, seeds: readonly (Seed & { story: string })[]): Promise<void> => {
    const folder = join(process.cwd(), 'dist/apps', service);
    let text = await readFile(join(folder, 'main.js'), 'utf8');
    for (const { story, from, to } of seeds) {
      const parts = text.split(from);
      expect({ story, stands: parts.length - 1 }).toEqual({ story, stands: 1 });
      text = parts.join(to);
    }
    const bundle = join(folder, 'seeded-leak.js');
    await writeFile(bundle, text);
    try {
      await system.kill(service, 'SIGTERM');
      await system.process(service).start({}, { bundle });
    } finally {
      await rm(bundle);
    }
  };

  it('finds nothing where none was seeded', async () => {
    expect(await privacyFindings(system)).toEqual([]);
  });

  // All in one life: what each is found by comes from no other, and nothing was found without them.
  describe('all at once', () => {
    let findings: string[];
    beforeAll(async () => {
      const seeds = seededLeaks.flatMap(({ story, also = [], ...own }) =>
        [own, ...also].map((piece) => ({ ...piece, story })),
      );
      const byService = [...Map.groupBy(seeds, ({ service }) => service)];
      await Promise.all(byService.map(([service, pieces]) => seed(service, pieces)));
      findings = await privacyFindings(system);
    });

    it.each(seededLeaks)('are caught: $story', ({ found }) => {
      expect(findings).toContainEqual(expect.stringMatching(found));
    });
  });
});
