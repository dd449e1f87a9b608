import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Envelope, EventDefinition } from '@porchlight/contracts';
import { correlationId, sql, traceparent, Transactions } from '@porchlight/platform';
import { v7 as newId } from 'uuid';
import { causationId } from '../consume/causation';
import { crashPoint } from '../crash-point';
import { MessagingOptions } from '../messaging-options';
import { outboxChannel } from './outbox-channel';
import { Relay } from './relay';

export interface OutboxMessage<T> {
  /** The tenant, or null where the message belongs to a person rather than a company. */
  companyId: string | null;
  aggregateId: string;
  /** Rises with each message about the aggregate; of a state, the version that decides. */
  aggregateVersion: number;
  data: T;
}

/** The one way out of a service: what happened is written in the transaction that made it happen. */
@Injectable()
export class Outbox {
  constructor(
    private readonly transactions: Transactions,
    private readonly relay: Relay,
    private readonly options: MessagingOptions,
  ) {}

  /**
   * Adds a message to the transaction of `em`; the relay publishes it once that has committed. `data` is parsed by the
   * event's schema, so keys it does not name stay here. Throws for an event of another service, for data that does not
   * fit, and for a state whose version does not rise.
   */
  async add<T>(em: EntityManager, event: EventDefinition<T>, message: OutboxMessage<T>): Promise<void> {
    if (event.producer !== this.options.service) throw new Error(`${event.type} belongs to ${event.producer}`);
    const envelope: Envelope<T> = {
      id: newId(),
      type: event.type,
      occurredAt: new Date().toISOString(),
      companyId: message.companyId,
      aggregateId: message.aggregateId,
      aggregateVersion: message.aggregateVersion,
      correlationId: correlationId(),
      causationId: causationId(),
      traceparent: traceparent(),
      data: event.schema.parse(message.data),
    };
    const text = JSON.stringify(envelope);
    if (event.kind === 'state') await keepLatest(em, envelope, text);
    await this.append(em, envelope, text);
    this.transactions.afterCommit(em, () => {
      crashPoint('after-commit', event.type);
      this.relay.wake();
    });
    crashPoint('before-commit', event.type);
  }

  /** The relay of this process is woken in it; one in another process hears the notification. */
  private async append(em: EntityManager, envelope: Envelope, text: string): Promise<void> {
    await sql(em, `insert into outbox (id, type, aggregate_id, envelope, occurred_at) values (?, ?, ?, ?, ?)`, [
      envelope.id,
      envelope.type,
      envelope.aggregateId,
      text,
      envelope.occurredAt,
    ]);
    if (!this.relay.active) await sql(em, 'select pg_notify(?, ?)', [outboxChannel(this.options.config), '']);
  }
}

const keepLatest = async (em: EntityManager, envelope: Envelope, text: string): Promise<void> => {
  const { type, aggregateId, aggregateVersion, occurredAt } = envelope;
  const kept = await sql(
    em,
    `insert into latest_state (type, aggregate_id, version, envelope, changed_at) values (?, ?, ?, ?, ?)
     on conflict (type, aggregate_id) do update
       set version = excluded.version, envelope = excluded.envelope, changed_at = excluded.changed_at
       where latest_state.version < excluded.version
     returning version`,
    [type, aggregateId, aggregateVersion, text, occurredAt],
  );
  if (kept.length === 0) throw new Error(`the version of ${type} ${aggregateId} did not rise to ${aggregateVersion}`);
};
