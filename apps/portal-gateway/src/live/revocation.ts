import { Injectable } from '@nestjs/common';
import { controlSubjects } from '@porchlight/contracts';
import { Bus } from '@porchlight/messaging';
import { Log } from '@porchlight/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Recheck } from './recheck';
import { Replicas } from './replicas';

const replyWithin = 1_000;
const askAgainAfter = 100;
/** A lease that is not renewed ends within 5 s; past this the caller is told that it goes on. In ms. */
const answerWithin = 6_000;

/** Makes every replica look again after something was committed that may close screens. */
@Injectable()
export class Revocation {
  constructor(
    private readonly bus: Bus,
    private readonly replicas: Replicas,
    private readonly log: Log,
  ) {}

  /**
   * Call it after the commit. `done`: each replica that may push has looked, or may push no more. `pending`: some replica
   * did not answer yet and is asked on.
   */
  async announce(question: Recheck): Promise<'done' | 'pending'> {
    const done = this.askAll(question).then(() => 'done' as const);
    // The caller may have gone by then.
    done.catch((error: unknown) => this.log.error({ err: error }, 'a revocation could not be announced'));
    return Promise.race([done, sleep(answerWithin, 'pending' as const, { ref: false })]);
  }

  private async askAll(question: Recheck): Promise<void> {
    let waiting = await this.leased();
    while (waiting.length > 0) {
      const answers = await Promise.all(waiting.map(async (id) => ((await this.ask(id, question)) ? null : id)));
      const silent = answers.filter((id) => id !== null);
      if (silent.length === 0) return;
      await sleep(askAgainAfter);
      const leased = await this.leased();
      waiting = silent.filter((id) => leased.includes(id));
    }
  }

  private async ask(replicaId: string, question: Recheck): Promise<boolean> {
    try {
      await this.bus.request(controlSubjects.replica(replicaId), question, replyWithin);
      return true;
    } catch {
      return false;
    }
  }

  /** Tries until the database answers: without it nobody knows who may push. */
  private async leased(): Promise<string[]> {
    for (;;) {
      try {
        return await this.replicas.leased();
      } catch (error) {
        this.log.warn({ err: error }, 'the leased replicas could not be read');
        await sleep(askAgainAfter * 5);
      }
    }
  }
}
