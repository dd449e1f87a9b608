import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Child } from '../process/child';
import { freePort } from '../process/free-port';
import { PlainError } from '@porchlight/installation';
import { until } from '../process/until';
import type { Backing } from './backing';
import { findProgram } from './programs';

export interface RedisOptions {
  /** Where its config and data lie. */
  readonly folder: string;
  /** Where programs that had to be fetched are kept. */
  readonly cache: string;
  readonly password: string;
  /** The port of an earlier start; a free one otherwise. */
  readonly port?: number;
  readonly onLine?: (line: string) => void;
}

export interface Redis extends Backing {
  readonly port: number;
}

export const redisProgram = {
  title: 'Redis',
  command: 'redis-server',
  packages: ['redis-server'],
  brew: 'redis',
  variable: 'PORCHLIGHT_REDIS_URL',
};

/** Keeps what was accepted by an append-only file and never throws keys away, as BullMQ asks for. */
const redisConfig = (port: number, folder: string, password: string): string => `bind 127.0.0.1
port ${port}
dir ${JSON.stringify(folder)}
requirepass ${password}
appendonly yes
maxmemory-policy noeviction
save ""
`;

/** Starts Redis on a loopback port. */
export const startRedis = async (options: RedisOptions): Promise<Redis> => {
  const program = await findProgram(redisProgram, options.cache);
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const port = options.port ?? (await freePort());
  // The password stays out of the argument list, which everyone on the machine may read.
  const file = join(options.folder, 'redis.conf');
  await writeFile(file, redisConfig(port, options.folder, options.password), { mode: 0o600 });
  const child = Child.start({
    command: program.command,
    args: [file],
    env: { PATH: process.env['PATH'], ...program.env },
    onLine: options.onLine,
  });
  await until(
    () => !child.isRunning || answers(port),
    20_000,
    () => `Redis did not answer: ${child.lastWords()}`,
  );
  if (!child.isRunning) throw new PlainError(`Redis did not start: ${child.lastWords()}`);
  return { url: `redis://:${options.password}@127.0.0.1:${port}`, port, child, stop: () => child.stop() };
};

/** Whether a Redis speaks on the port, ready or asking for its password. */
const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('data', (reply) => settle(/^(\+PONG|-NOAUTH)/.test(reply.toString())));
  });
