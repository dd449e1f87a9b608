import type { ServiceName } from '@porchlight/contracts';
import { freePort, startEdge, type Secrets } from '@porchlight/testing';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '../settings';
import { openDemo, seedDemo } from './seed-demo';

/** How to get into the demo company. */
export interface Demo {
  readonly email: string;
  readonly password: string;
  /** Null when its link was revoked meanwhile. */
  readonly portalUrl: string | null;
}

const markSchema = z.object({ projectId: z.string() });

/** Seeds the demo company the first time, through the public API; gives how to get in, or null once its owner is gone. */
export const demoOf = async (
  settings: Settings,
  secrets: Secrets,
  addressOf: (service: ServiceName) => string | undefined,
  say: (line: string) => void,
): Promise<Demo | null> => {
  const file = join(settings.data, 'demo.json');
  // A way in of our own: the public one opens when all is ready.
  const edge = await startEdge({ port: await freePort(), addressOf });
  try {
    const mark = await readFile(file, 'utf8').catch(() => null);
    if (mark !== null)
      return await openDemo(edge.origin, secrets.demoPassword, markSchema.parse(JSON.parse(mark)).projectId);
    say('Seeding a demo company…');
    const mailUrl = settings.given.smtp ? null : `http://127.0.0.1:${settings.mailPort}`;
    const projectId = await seedDemo(edge.origin, secrets.demoPassword, mailUrl);
    await writeFile(file, JSON.stringify({ projectId }));
    return await openDemo(edge.origin, secrets.demoPassword, projectId);
  } finally {
    await edge.stop();
  }
};
