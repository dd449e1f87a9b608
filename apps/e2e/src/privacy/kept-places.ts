import { services } from '@porchlight/contracts';
import { storedMessages, type System } from '@porchlight/testing';
import { Redis } from 'ioredis';
import type { Surface } from './surfaces';

/** Every row of every table of every service: what messaging keeps is among it. */
export const everyRow = async (system: System): Promise<Surface[]> => {
  const tables = await system.sql<{ name: string }>(
    'identity',
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('identity', 'projects', 'leads', 'notifications', 'gateway')`,
  );
  return Promise.all(
    tables.map(async ({ name }) => {
      const rows = await system.sql<{ row: string }>('identity', `select t::text as row from ${name} t`);
      return { where: `table ${name}`, text: rows.map(({ row }) => row).join('\n') };
    }),
  );
};

const readKey = async (redis: Redis, key: string): Promise<unknown> => {
  switch (await redis.type(key)) {
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1');
    case 'stream':
      return redis.xrange(key, '-', '+');
    default:
      return redis.get(key);
  }
};

/** Every key of Redis with what it holds. */
export const everyKey = async (system: System): Promise<Surface[]> => {
  const redis = new Redis(system.redisUrl);
  try {
    const keys = await redis.keys('*');
    return await Promise.all(
      keys.map(async (key) => ({
        where: `redis ${key}`,
        text: `${key}\n${JSON.stringify(await readKey(redis, key))}`,
      })),
    );
  } finally {
    redis.disconnect();
  }
};

/** All that every service wrote to its log, and counts. */
const everyLine = async (system: System): Promise<Surface[]> => [
  ...services.map((service) => ({ where: `log of ${service}`, text: system.logs(service).join('\n') })),
  ...(await Promise.all(
    system.gateways.map(async ({ metricsUrl }) => ({
      where: 'metrics of the gateway',
      text: await (await fetch(metricsUrl)).text(),
    })),
  )),
];

/** Everywhere that something stays: tables, queues, streams, logs. */
export const keptPlaces = async (system: System): Promise<Surface[]> =>
  (await Promise.all([everyRow(system), everyKey(system), storedMessages(system), everyLine(system)])).flat();
