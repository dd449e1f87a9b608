import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventDefinition } from '@porchlight/contracts';
import { problems } from '@porchlight/platform';
import { CopyBehind, type AskedCopies } from '../copy-behind';

type Hook = () => void | Promise<void>;

/** One application of a message: the transaction it happens in, which messaging opened and will commit. */
export class Delivery {
  /** What the handler threw, carried around Nest's exception filters, which would replace it. */
  failure: unknown = undefined;

  constructor(
    /** Scoped to the message's company, or to the system where it names none. */
    readonly em: EntityManager,
    /** 1 for the first attempt. */
    readonly attempt: number,
    /** Paths of keys that the schema does not know; they are not in the envelope's data. */
    readonly strippedKeys: readonly string[],
    private readonly asked: AskedCopies,
    private readonly addHook: (hook: Hook) => void,
  ) {}

  /**
   * From here on the handler may go by its copy of an aggregate: its owner was asked for the sake of this message. The
   * first call throws `CopyBehind`, so make it before anything that cannot be undone.
   */
  mustBeFresh(event: EventDefinition, aggregateId: string): void {
    if (this.asked.has(event, aggregateId)) return;
    throw new CopyBehind(event, aggregateId, problems.unavailable(`${event.type} could not be asked for.`, 2));
  }

  /** `hook` runs once the effect is committed, and not at all if it is rolled back. */
  afterCommit(hook: Hook): void {
    this.addHook(hook);
  }
}
