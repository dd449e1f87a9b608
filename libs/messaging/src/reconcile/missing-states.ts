import { Injectable } from '@nestjs/common';
import { Asks } from '../ask/asks';
import { askState, askVersions } from '../ask/event-questions';
import type { Subscription } from '../consume/subscriptions';
import { Lanes } from '../lanes';
import { Catchup } from './catchup';
import { Comparisons } from './comparisons';

const width = 4;
const timeoutMs = 5_000;

/** Finds states whose newest version is not applied here, and applies it. */
@Injectable()
export class MissingStates {
  constructor(
    private readonly asks: Asks,
    private readonly comparisons: Comparisons,
    private readonly catchup: Catchup,
  ) {}

  /** Compares all aggregates, or those changed since the last time. Rejects if it could not get to the end. */
  async apply(subscription: Subscription, wholly: boolean): Promise<void> {
    const { type } = subscription.event;
    const since = wholly ? null : await this.comparisons.since(type);
    const failures: unknown[] = [];
    let until: string | undefined;
    let after: string | null = null;
    do {
      const question: { type: string; since: string | null; after: string | null } = { type, since, after };
      const page = await this.asks.ask(askVersions(subscription.event), question, { timeoutMs });
      until ??= page.at;
      const behind = await this.comparisons.behind(type, page.versions);
      const lanes = new Lanes(width);
      const fetched = await Promise.allSettled(behind.map((id) => lanes.run(id, () => this.fetch(subscription, id))));
      failures.push(...fetched.flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])));
      after = page.next;
    } while (after !== null);
    if (failures.length > 0) throw failures[0];
    await this.comparisons.compared(type, until);
  }

  private async fetch(subscription: Subscription, aggregateId: string): Promise<void> {
    const { event } = subscription;
    const { envelope } = await this.asks.ask(askState(event), { type: event.type, aggregateId }, { timeoutMs });
    if (envelope) await this.catchup.apply(subscription, envelope);
  }
}
