import type { EventDefinition } from '@porchlight/contracts';
import type { ProblemError } from '@porchlight/platform';

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
    return copyOf(this.event, this.aggregateId);
  }
}

const copyOf = ({ type }: EventDefinition, aggregateId: string): string => `${type} ${aggregateId}`;

/** The copies whose owners were asked for the sake of one piece of work. */
export class AskedCopies {
  private readonly asked = new Set<string>();

  has(event: EventDefinition, aggregateId: string): boolean {
    return this.asked.has(copyOf(event, aggregateId));
  }

  /**
   * Runs `work`, and again after `ask` each time it throws `CopyBehind`: the owner is asked when the transaction that
   * missed something is over, for one that waits for another transaction keeps a connection the other may need. Throws
   * the `otherwise` of a copy that stays behind.
   */
  async around<T>(work: () => Promise<T>, ask: (behind: CopyBehind) => Promise<unknown>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof CopyBehind)) throw error;
        if (this.asked.has(error.copy)) throw error.otherwise;
        this.asked.add(error.copy);
        await ask(error);
      }
    }
  }
}
