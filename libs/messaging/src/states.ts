import { Injectable } from '@nestjs/common';
import type { EventDefinition } from '@porchlight/contracts';
import { Asks } from './ask/asks';
import { askState } from './ask/event-questions';
import { Applier } from './consume/applier';
import { Subscriptions } from './consume/subscriptions';

/** Reads of states that others own, for when the local copy is missing or behind: a local miss is never the answer. */
@Injectable()
export class States {
  constructor(
    private readonly asks: Asks,
    private readonly subscriptions: Subscriptions,
    private readonly applier: Applier,
  ) {}

  /**
   * Asks the owner for the newest state of an aggregate and applies it through the same handler as a delivered one, in a
   * transaction of its own: call it outside of one. True if the owner knows the aggregate. Throws `AskUnavailable`.
   */
  async fetch<T>(event: EventDefinition<T>, aggregateId: string): Promise<boolean> {
    const subscription = this.subscriptions.of(event.type);
    if (!subscription || event.kind !== 'state') throw new Error(`${event.type} is no state that comes here`);
    const { envelope } = await this.asks.ask(askState(event), { type: event.type, aggregateId });
    if (!envelope) return false;
    await this.applier.apply(subscription, envelope);
    return true;
  }
}
