import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Log, sql, Transactions } from '@porchlight/platform';
import { metrics } from '../metrics';

export interface DeadLetter {
  /** Null where the message could not be read far enough. */
  eventId: string | null;
  subject: string;
  body: string;
  reason: string;
  deliveries: number;
}

/** Messages that cannot be applied, put aside with the reason for an operator to look at. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: Log,
  ) {}

  /** One row a message, however often it fails. */
  async put(letter: DeadLetter): Promise<void> {
    const { eventId, subject, body, reason, deliveries } = letter;
    await this.transactions.run({ system: true }, (em) =>
      sql(
        em,
        `insert into dead_letter (message_key, event_id, subject, body, reason, deliveries) values (?, ?, ?, ?, ?, ?)
         on conflict (message_key) do update
           set reason = excluded.reason, deliveries = excluded.deliveries, last_at = now()`,
        [eventId ?? digest(body), eventId, subject, body, reason, deliveries],
      ),
    );
    metrics.deadLetters.inc({ type: subject });
    this.log.error({ eventId, type: subject, deliveries }, 'a message was put aside as a dead letter');
  }
}

const digest = (body: string): string => createHash('sha256').update(body).digest('hex');
