import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below the range from which systems take the ports of outgoing connections (32768 on Linux, 49152 elsewhere): a port
// stays ours while the process on it is killed and started again.
const lowest = 20_000;
const blocks = 120;
const perBlock = 100;

/** Whether nobody listens on a port of either loopback address now. */
export const isFree = async (port: number): Promise<boolean> =>
  (await isFreeOn(port, '127.0.0.1')) && (await isFreeOn(port, '::1'));

/** An address that the machine lacks is free. */
const isFreeOn = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
      .once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'))
      .listen({ port, host }, () => probe.close(() => resolve(true)));
  });

let next = randomInt(perBlock);

/**
 * A loopback port that nobody listens on, nor was given by us before. It is used only seconds later, so that workers of
 * one run, whose process ids lie close together, look in blocks of their own.
 */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < perBlock; tries += 1) {
    next = (next + 1) % perBlock;
    const port = lowest + (process.pid % blocks) * perBlock + next;
    if (await isFree(port)) return port;
  }
  throw new Error('no port is free');
};
