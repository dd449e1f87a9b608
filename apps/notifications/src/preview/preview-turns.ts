import { Injectable } from '@nestjs/common';
import { problems } from '@porchlight/platform';

const ofEach = 3;
const ofAll = 20;

/** One preview at a time, so that mails are not held up by them; few may wait, and of each person fewer. */
@Injectable()
export class PreviewTurns {
  private readonly waiting = new Map<string, number>();
  private last: Promise<unknown> = Promise.resolve();

  /** Throws 429 or 503 where too many wait already. */
  async take<T>(personId: string, work: () => Promise<T>): Promise<T> {
    const own = this.waiting.get(personId) ?? 0;
    if (own >= ofEach) throw problems.tooManyRequests(1);
    if ([...this.waiting.values()].reduce((sum, count) => sum + count, 0) >= ofAll)
      throw problems.unavailable('Too many previews are being made at once. Try again in a moment.', 2);
    this.waiting.set(personId, own + 1);
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      const left = (this.waiting.get(personId) ?? 1) - 1;
      if (left === 0) this.waiting.delete(personId);
      else this.waiting.set(personId, left);
    }
  }
}
