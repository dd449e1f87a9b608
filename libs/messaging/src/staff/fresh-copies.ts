import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AskUnavailable } from '../ask/ask-unavailable';
import { AskedCopies, type CopyBehind } from '../copy-behind';
import { States } from '../states';
import { problems, type Scope, Transactions } from '@porchlight/platform';

/** Transactions in which a local miss is never the answer: the owner is asked once, then the work runs again. */
@Injectable()
export class FreshCopies {
  constructor(
    private readonly transactions: Transactions,
    private readonly states: States,
  ) {}

  /** Throws what `work` throws, the `otherwise` of a copy that stays behind, or 503 when its owner cannot be asked. */
  run<T>(scope: Scope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return new AskedCopies().around(
      () => this.transactions.run(scope, work),
      (behind) => this.ask(behind),
    );
  }

  private async ask(behind: CopyBehind): Promise<void> {
    try {
      await this.states.fetch(behind.event, behind.aggregateId);
    } catch (error) {
      if (error instanceof AskUnavailable)
        throw problems.unavailable('A part of Porchlight is starting; try again.', 2);
      throw error;
    }
  }
}
