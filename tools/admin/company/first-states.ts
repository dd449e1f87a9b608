import { schemaOf, type EventDefinition } from '@porchlight/contracts';
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

export interface FirstState<T> {
  readonly companyId: string | null;
  readonly aggregateId: string;
  readonly data: T;
}

/** Has the owner of a state say it for the first time, in the transaction that acts for it: version 1. */
export const sayFirst = async <T>(client: Client, event: EventDefinition<T>, state: FirstState<T>): Promise<void> => {
  const occurredAt = new Date().toISOString();
  const envelope = {
    id: randomUUID(),
    type: event.type,
    occurredAt,
    companyId: state.companyId,
    aggregateId: state.aggregateId,
    aggregateVersion: 1,
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    data: event.schema.parse(state.data),
  };
  const text = JSON.stringify(envelope);
  await client.query(
    `insert into latest_state (type, aggregate_id, version, envelope, changed_at) values ($1, $2, 1, $3, $4)`,
    [event.type, state.aggregateId, text, occurredAt],
  );
  await client.query('insert into outbox (id, type, aggregate_id, envelope, occurred_at) values ($1, $2, $3, $4, $5)', [
    envelope.id,
    event.type,
    state.aggregateId,
    text,
    occurredAt,
  ]);
  await client.query(`select pg_notify($1, '')`, [`outbox_${schemaOf(event.producer)}`]);
};
