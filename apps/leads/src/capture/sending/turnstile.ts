import { Injectable } from '@nestjs/common';
import { problems } from '@porchlight/platform';

/** How many of the strangers' requests are dealt with at once in one process: fewer than it has connections to PostgreSQL. */
const lanes = 3;
/** A few seconds' work: who comes after them is better told to come again. */
const mostWaiting = 500;

/** Lets strangers through a few at a time, in the order they came: however many there are, the staff's work goes on beside them. */
@Injectable()
export class Turnstile {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  /** Throws 503 where too many wait already. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting.length >= mostWaiting)
      throw problems.unavailable('Too many ask at once. Try again in a moment.', 10);
    if (this.inside >= lanes) await new Promise<void>((letIn) => this.waiting.push(letIn));
    else this.inside += 1;
    try {
      return await work();
    } finally {
      // Whoever is next takes the place over, so that nobody new slips in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.inside -= 1;
    }
  }
}
