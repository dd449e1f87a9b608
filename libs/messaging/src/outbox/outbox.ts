import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Envelope, EventDefinition } from '@porchlight/contracts';
import { correlationId, sql, traceparent, Transactions, withTheNext } from '@porchlight/platform';
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
   * event's schema, so keys it does not name stay here. Throws for an event of another service and for data that does
   * not fit; a state whose version does not rise fails the transaction.
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
    await write(em, event, envelope);
    if (!this.relay.active) await this.notify(em);
    this.transactions.afterCommit(em, () => {
      crashPoint('after-commit', event.type);
      this.relay.wake();
    });
    crashPoint('before-commit', event.type);
  }

  /** The relay of this process is woken in it; one in another process hears the notification. */
  private async notify(em: EntityManager): Promise<void> {
    await sql(em, `${withTheNext}select pg_notify(?, ?)`, [outboxChannel(this.options.config), '']);
  }
}

const insert = 'insert into outbox (id, type, aggregate_id, envelope, occurred_at) values (?, ?, ?, ?, ?)';

/** A version that does not rise becomes null, which the table refuses. */
const insertState = `with said as (${insert} returning type, aggregate_id, envelope, occurred_at)
   insert into latest_state (type, aggregate_id, version, envelope, changed_at)
   select type, aggregate_id, ?, envelope, occurred_at from said
   on conflict (type, aggregate_id) do update
     set version = case when latest_state.version < excluded.version then excluded.version end,
         envelope = excluded.envelope, changed_at = excluded.changed_at`;

/** Nobody waits for the answer: it goes with whatever the transaction says next, at the latest with its commit. */
const write = async (em: EntityManager, { kind }: EventDefinition, envelope: Envelope): Promise<void> => {
  const { id, type, aggregateId, aggregateVersion, occurredAt } = envelope;
  const row = [id, type, aggregateId, JSON.stringify(envelope), occurredAt];
  if (kind === 'state') await sql(em, withTheNext + insertState, [...row, aggregateVersion]);
  else await sql(em, withTheNext + insert, row);
};
