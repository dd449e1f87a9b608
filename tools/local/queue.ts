import { type Secrets } from '@porchlight/installation';
import { startRedis } from '@porchlight/testing';
import { join } from 'node:path';
import type { Running } from './running';
import type { Settings } from './settings';

/** Redis for the mail queue: ours, or the given one. Gives its URL. */
export const prepareRedis = async (settings: Settings, secrets: Secrets, running: Running): Promise<string> => {
  if (settings.given.redis) return settings.given.redis;
  let url = '';
  let port: number | undefined;
  await running.keep('Redis', 1, async (onLine, spawned) => {
    const started = await startRedis({
      folder: join(settings.data, 'redis'),
      cache: join(settings.data, 'programs'),
      password: secrets.redis,
      port,
      onLine,
    });
    spawned(started.child);
    ({ url, port } = started);
  });
  return url;
};
