import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Child } from '../process/child';
import { freePort } from '../process/free-port';
import { PlainError } from '@porchlight/installation';
import { until } from '../process/until';
import type { Backing } from './backing';
import { natsConfig } from './nats-config';
import { findProgram } from './programs';

export interface NatsOptions {
  /** Where its config and the JetStream store lie. */
  readonly folder: string;
  /** Where programs that had to be fetched are kept. */
  readonly cache: string;
  /** The `authorization` block of its config. */
  readonly authorization: string;
  /** The port of an earlier start; a free one otherwise. */
  readonly port?: number;
  readonly onLine?: (line: string) => void;
}

export interface Nats extends Backing {
  readonly port: number;
  readonly storeFolder: string;
}

export const natsProgram = {
  title: 'NATS',
  command: 'nats-server',
  packages: ['nats-server'],
  brew: 'nats-server',
  variable: 'PORCHLIGHT_NATS_URL',
};

/** The JetStream store under a NATS folder. */
export const natsStore = (folder: string): string => join(folder, 'jetstream');

/** Starts NATS with JetStream on a loopback port. `url` names no user: each service connects as its own. */
export const startNats = async (options: NatsOptions): Promise<Nats> => {
  const program = await findProgram(natsProgram, options.cache);
  const port = options.port ?? (await freePort());
  const storeFolder = natsStore(options.folder);
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const file = join(options.folder, 'nats.conf');
  await writeFile(file, natsConfig({ port, storeFolder, authorization: options.authorization }), { mode: 0o600 });
  const child = Child.start({
    command: program.command,
    args: ['--config', file],
    env: { PATH: process.env['PATH'], ...program.env },
    onLine: options.onLine,
  });
  await until(
    () => !child.isRunning || answers(port),
    20_000,
    () => `NATS did not answer: ${child.lastWords()}`,
  );
  if (!child.isRunning) throw new PlainError(`NATS did not start: ${child.lastWords()}`);
  return { url: `nats://127.0.0.1:${port}`, port, storeFolder, child, stop: () => child.stop() };
};

/** Whether a NATS server greets on the port. */
const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('data', (greeting) => settle(greeting.toString().startsWith('INFO ')));
  });
