import type { ServiceName } from '@porchlight/contracts';
import { freePort, startEdge, type Surroundings } from '@porchlight/testing';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { databaseId } from '../databases';
import type { Settings } from '../settings';
import { openDemo, seedDemo } from './seed-demo';

/** How to get into the demo company. */
export interface Demo {
  readonly email: string;
  readonly password: string;
  /** Null when its link was revoked meanwhile. */
  readonly portalUrl: string | null;
}

const markSchema = z.object({ projectId: z.string(), database: z.string() });

/** Seeds the demo company the first time, through the public API; gives how to get in, or null once its owner is gone. */
export const demoOf = async (
  settings: Settings,
  { secrets, postgresUrl }: Surroundings,
  addressOf: (service: ServiceName) => string | undefined,
  say: (line: string) => void,
): Promise<Demo | null> => {
  const file = join(settings.data, 'demo.json');
  // A way in of our own: the public one opens when all is ready.
  const edge = await startEdge({ port: await freePort(), addressOf });
  try {
    const database = await databaseId(postgresUrl);
    const text = await readFile(file, 'utf8').catch(() => 'null');
    const mark = markSchema.safeParse(JSON.parse(text)).data;
    if (mark?.database === database) return await openDemo(edge.origin, secrets.demoPassword, mark.projectId);
    say('Seeding a demo company…');
    const mailUrl = settings.given.smtp ? null : `http://127.0.0.1:${settings.mailPort}`;
    const projectId = await seedDemo(edge.origin, secrets.demoPassword, mailUrl);
    await writeFile(file, JSON.stringify({ projectId, database }));
    return await openDemo(edge.origin, secrets.demoPassword, projectId);
  } finally {
    await edge.stop();
  }
};
