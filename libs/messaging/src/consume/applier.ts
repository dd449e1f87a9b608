import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Envelope, EventDefinition } from '@porchlight/contracts';
import { correlated, Log, spanned, Transactions, type Scope } from '@porchlight/platform';
import { Asks } from '../ask/asks';
import { askState } from '../ask/event-questions';
import { AskedCopies } from '../copy-behind';
import { crashPoint } from '../crash-point';
import { metrics } from '../metrics';
import { causedBy } from './causation';
import { claim } from './claim';
import { Delivery } from './delivery';
import { strippedKeys } from './stripped-keys';
import { Subscriptions, type Subscription } from './subscriptions';
import { Unprocessable } from './unprocessable';

const scopeOf = ({ companyId }: Envelope): Scope => (companyId === null ? { system: true } : { companyId });

/** Applies messages, however they came: from a stream, from a reconciler, or fetched from their owner. */
@Injectable()
export class Applier {
  constructor(
    private readonly transactions: Transactions,
    private readonly asks: Asks,
    private readonly subscriptions: Subscriptions,
    private readonly log: Log,
  ) {}

  /**
   * Applies a message unless that happened before, in one transaction of its own, under its correlation id. True if it
   * was applied now. A handler that throws `CopyBehind` gets what it missed, and runs again. Rejects with what the
   * handler threw, and with `Unprocessable` for data that does not fit its event.
   */
  apply(subscription: Subscription, envelope: Envelope, attempt = 1): Promise<boolean> {
    const asked = new AskedCopies();
    return correlated(envelope.correlationId, () =>
      causedBy(envelope.id, () =>
        spanned(`apply ${subscription.event.type}`, { part: 'consumer', from: envelope.traceparent }, () =>
          asked.around(
            () => this.applyOnce(subscription, envelope, attempt, asked),
            ({ event, aggregateId }) => this.fetch(event, aggregateId),
          ),
        ),
      ),
    );
  }

  /** Asks the owner for the newest state of an aggregate and applies it; see `States.fetch`. */
  async fetch<T>(event: EventDefinition<T>, aggregateId: string): Promise<boolean> {
    const subscription = this.subscriptions.of(event.type);
    if (!subscription || event.kind !== 'state') throw new Error(`${event.type} is no state that comes here`);
    const { envelope } = await this.asks.ask(askState(event), { type: event.type, aggregateId });
    if (!envelope) return false;
    await this.apply(subscription, envelope);
    return true;
  }

  private async applyOnce(
    subscription: Subscription,
    raw: Envelope,
    attempt: number,
    asked: AskedCopies,
  ): Promise<boolean> {
    const { event } = subscription;
    const { envelope, stripped } = this.parse(subscription, raw);
    const applied = await this.transactions.run(scopeOf(envelope), async (em) => {
      if (!(await claim(em, event, envelope))) return false;
      await subscription.apply(envelope, this.delivery(em, attempt, stripped, asked));
      await em.flush();
      crashPoint('before-commit', event.type);
      return true;
    });
    crashPoint('after-commit', event.type);
    await subscription.delivered(envelope, applied);
    return applied;
  }

  private delivery(em: EntityManager, attempt: number, stripped: string[], asked: AskedCopies): Delivery {
    return new Delivery(em, attempt, stripped, asked, (hook) => this.transactions.afterCommit(em, hook));
  }

  private parse({ event }: Subscription, envelope: Envelope): { envelope: Envelope; stripped: string[] } {
    const parsed = event.schema.safeParse(envelope.data);
    if (!parsed.success) {
      const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
      throw new Unprocessable(`its data is not that of ${event.type}: ${faults.join('; ')}`);
    }
    const stripped = strippedKeys(envelope.data, parsed.data);
    if (stripped.length > 0) {
      metrics.strippedKeys.inc({ type: event.type }, stripped.length);
      this.log.warn({ eventId: envelope.id, type: event.type, keys: stripped.length }, 'unknown keys were dropped');
    }
    return { envelope: { ...envelope, data: parsed.data }, stripped };
  }
}
