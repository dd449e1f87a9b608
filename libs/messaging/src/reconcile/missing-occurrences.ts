import { Injectable } from '@nestjs/common';
import { Asks } from '../ask/asks';
import { askOccurrences } from '../ask/event-questions';
import type { Subscription } from '../consume/subscriptions';
import { Catchup } from './catchup';
import { Comparisons } from './comparisons';

const batch = 50;
const timeoutMs = 5_000;
/** Owners keep at least seven days. */
const everythingKept = new Date(0).toISOString();

/** Finds occurrences that were never applied here, and applies them in the order they happened. */
@Injectable()
export class MissingOccurrences {
  constructor(
    private readonly asks: Asks,
    private readonly comparisons: Comparisons,
    private readonly catchup: Catchup,
  ) {}

  /** Compares what happened since the last time. Rejects if it could not get to the end. */
  async apply(subscription: Subscription): Promise<void> {
    const { type } = subscription.event;
    const since = (await this.comparisons.since(type)) ?? everythingKept;
    const failures: unknown[] = [];
    let until: string | undefined;
    let after: string | null = null;
    do {
      const question: { type: string; since: string; after: string | null } = { type, since, after };
      const page = await this.asks.ask(askOccurrences(subscription.event), question, { timeoutMs });
      until ??= page.at;
      failures.push(...(await this.applyAll(subscription, await this.comparisons.unknown(page.ids))));
      after = page.next;
    } while (after !== null);
    if (failures.length > 0) throw failures[0];
    await this.comparisons.compared(type, until);
  }

  /** Applies each, whatever becomes of the others, and gives what was thrown. */
  private async applyAll(subscription: Subscription, ids: string[]): Promise<unknown[]> {
    const { event } = subscription;
    const failures: unknown[] = [];
    for (let start = 0; start < ids.length; start += batch) {
      const question = { type: event.type, ids: ids.slice(start, start + batch) };
      const { envelopes } = await this.asks.ask(askOccurrences(event), question, { timeoutMs });
      for (const envelope of envelopes)
        await this.catchup.apply(subscription, envelope).catch((error: unknown) => failures.push(error));
    }
    return failures;
  }
}
