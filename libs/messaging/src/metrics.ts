import { Counter, Gauge } from 'prom-client';

/** What operators watch; see `docs/operations.md`. */
export const metrics = {
  outboxWaiting: new Gauge({ name: 'porchlight_outbox_waiting', help: 'Outbox rows not yet published' }),
  outboxAge: new Gauge({
    name: 'porchlight_outbox_age_seconds',
    help: 'Age of the oldest outbox row not yet published',
  }),
  natsUp: new Gauge({ name: 'porchlight_nats_up', help: '1 while this process is connected to NATS' }),
  relayActive: new Gauge({ name: 'porchlight_relay_active', help: '1 where this replica publishes the outbox' }),
  published: new Counter({ name: 'porchlight_published_total', help: 'Outbox rows published', labelNames: ['type'] }),
  deliveries: new Counter({
    name: 'porchlight_deliveries_total',
    help: 'Messages received, by what became of them',
    labelNames: ['type', 'outcome'],
  }),
  redeliveries: new Counter({
    name: 'porchlight_redeliveries_total',
    help: 'Messages received again',
    labelNames: ['type'],
  }),
  consumerWaiting: new Gauge({
    name: 'porchlight_consumer_waiting',
    help: 'Messages of a stream that this service has not acknowledged yet',
    labelNames: ['stream'],
  }),
  deadLettersKept: new Gauge({ name: 'porchlight_dead_letters', help: 'Dead letters that wait for an operator' }),
  deadLetters: new Counter({
    name: 'porchlight_dead_letters_total',
    help: 'Messages put aside as dead letters',
    labelNames: ['type'],
  }),
  strippedKeys: new Counter({
    name: 'porchlight_stripped_keys_total',
    help: 'Keys of received messages that the schema does not know and that were dropped',
    labelNames: ['type'],
  }),
  reconciled: new Counter({
    name: 'porchlight_reconciled_total',
    help: 'Messages that only the reconciler brought',
    labelNames: ['type'],
  }),
};
