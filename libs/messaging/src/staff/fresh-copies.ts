import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventDefinition } from '@porchlight/contracts';
import { AskUnavailable } from '../ask/ask-unavailable';
import { States } from '../states';
import { problems, type ProblemError, type Scope, Transactions } from '@porchlight/platform';

/** Thrown inside a transaction that meets a missing or outdated copy of what another service owns. */
export class CopyBehind extends Error {
  constructor(
    readonly event: EventDefinition,
    readonly aggregateId: string,
    /** The answer when the owner was asked and the copy is still not good enough. */
    readonly otherwise: ProblemError,
  ) {
    super(`the copy of ${event.type} is behind`);
  }

  get copy(): string {
    return `${this.event.type} ${this.aggregateId}`;
  }
}

/** Transactions in which a local miss is never the answer: the owner is asked once, then the work runs again. */
@Injectable()
export class FreshCopies {
  constructor(
    private readonly transactions: Transactions,
    private readonly states: States,
  ) {}

  /** Throws what `work` throws, the `otherwise` of a copy that stays behind, or 503 when its owner cannot be asked. */
  async run<T>(scope: Scope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    const asked = new Set<string>();
    for (;;) {
      try {
        return await this.transactions.run(scope, work);
      } catch (error) {
        if (!(error instanceof CopyBehind)) throw error;
        if (asked.has(error.copy)) throw error.otherwise;
        asked.add(error.copy);
        await this.ask(error);
      }
    }
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
