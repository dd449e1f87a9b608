import { Injectable } from '@nestjs/common';
import type { EventDefinition } from '@porchlight/contracts';
import { Applier } from './consume/applier';

/** Reads of states that others own, for when the local copy is missing or behind: a local miss is never the answer. */
@Injectable()
export class States {
  constructor(private readonly applier: Applier) {}

  /**
   * Asks the owner for the newest state of an aggregate and applies it through the same handler as a delivered one, in a
   * transaction of its own: outside of any other. True if the owner knows the aggregate. Throws `AskUnavailable`.
   */
  fetch<T>(event: EventDefinition<T>, aggregateId: string): Promise<boolean> {
    return this.applier.fetch(event, aggregateId);
  }
}
