import { Injectable } from '@nestjs/common';
import type { Envelope } from '@porchlight/contracts';
import { Applier } from '../consume/applier';
import { DeadLetters } from '../consume/dead-letters';
import type { Subscription } from '../consume/subscriptions';
import { Unprocessable } from '../consume/unprocessable';
import { metrics } from '../metrics';

/** Applies a message that a comparison found missing, as if a stream had brought it. */
@Injectable()
export class Catchup {
  constructor(
    private readonly applier: Applier,
    private readonly deadLetters: DeadLetters,
  ) {}

  /** Puts aside what can never be applied; rejects with any other failure, for the next comparison to find again. */
  async apply(subscription: Subscription, envelope: Envelope): Promise<void> {
    const { type } = subscription.event;
    try {
      if (await this.applier.apply(subscription, envelope)) metrics.reconciled.inc({ type });
    } catch (error) {
      if (!(error instanceof Unprocessable)) throw error;
      const body = JSON.stringify(envelope);
      await this.deadLetters.put({ eventId: envelope.id, subject: type, body, reason: error.message, deliveries: 1 });
    }
  }
}
