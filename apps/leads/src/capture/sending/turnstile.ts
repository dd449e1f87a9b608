import { Injectable } from '@nestjs/common';

/** How many of the strangers' requests are dealt with at once in one process: fewer than it has connections to PostgreSQL. */
const lanes = 3;

/** Lets strangers through a few at a time, in the order they came: however many there are, the staff's work goes on beside them. */
@Injectable()
export class Turnstile {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  async pass<T>(work: () => Promise<T>): Promise<T> {
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
