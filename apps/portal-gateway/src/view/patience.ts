import { Injectable } from '@nestjs/common';
import { Log, ProblemError, problems } from '@porchlight/platform';

/** As long as a lease may last after the last word from the database, in ms: then open screens fall silent, too. */
const patienceMs = 4_000;
/** While so many reads that were given up still hang, nobody new is kept waiting. */
const mostHanging = 20;

const cutOff = (): ProblemError =>
  problems.unavailable('The portal cannot be read right now. Try again in a moment.', 2);

/**
 * A database that is cut off may neither answer nor hang up: nobody waits for it without end, and all are told when to
 * come back. What it reads after all, when it is heard again, goes to nobody.
 */
@Injectable()
export class Patience {
  private hanging = 0;

  constructor(private readonly log: Log) {}

  /** Waits for the database; throws 503 when it takes too long or is not there at all. */
  async with<T>(read: () => Promise<T>): Promise<T> {
    if (this.hanging >= mostHanging) throw cutOff();
    let timer: NodeJS.Timeout | undefined;
    const reading = read();
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.giveUp(reading)), patienceMs);
    });
    try {
      return await Promise.race([reading, tooLong]);
    } catch (error) {
      if (!isAway(error)) throw error;
      this.log.warn({ err: error }, 'the database is away');
      throw cutOff();
    } finally {
      clearTimeout(timer);
    }
  }

  private giveUp(reading: Promise<unknown>): ProblemError {
    this.hanging += 1;
    const done = (): number => (this.hanging -= 1);
    reading.then(done, done);
    return cutOff();
  }
}

/** Connection refused, lost or ended by the server (SQLSTATE classes 08 and 57P), whatever wraps it. */
const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (/^(E[A-Z]+|08\w{3}|57P\w{2})$/.test(code) || error.message.includes('Connection terminated')) return true;
  return isAway(error.cause);
};
