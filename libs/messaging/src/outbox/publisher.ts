import { jetstream } from '@nats-io/jetstream';
import { eventCatalogue } from '@porchlight/contracts';
import { spanned, type Log } from '@porchlight/platform';
import type { NatsLink } from '../bus/nats-link';
import { crashPoint } from '../crash-point';
import { metrics } from '../metrics';
import { Holds } from './holds';
import { traceparentOf, type WaitingRow } from './outbox-rows';

const mostOnTheWay = 512;
const acknowledgementTimeoutMs = 5_000;
const complaintEveryMs = 10_000;

export interface PublisherEvents {
  published(row: WaitingRow): void;
  /** There was no room for all that waits, and now there is. */
  hasRoom(): void;
}

/**
 * Publishes rows to JetStream: within an aggregate each waits for the acknowledgement of the one before it, aggregates do
 * not wait for one another.
 */
export class Publisher {
  /** Rows on their way by aggregate, oldest first. */
  private readonly chains = new Map<string, WaitingRow[]>();
  private readonly holds = new Holds();
  private count = 0;
  private short = false;
  private stopped = false;
  private lastComplaint = 0;

  constructor(
    private readonly link: NatsLink,
    private readonly log: Log,
    private readonly events: PublisherEvents,
  ) {}

  /** How many more rows it takes now. */
  room(): number {
    this.short = this.count >= mostOnTheWay;
    return mostOnTheWay - this.count;
  }

  onTheWay(): string[] {
    return [...this.chains.values()].flatMap((rows) => rows.map((row) => row.seq));
  }

  /** Aggregates whose rows must not be sent now. Rows fetched afterwards without them may be. */
  heldBack(): string[] {
    return this.holds.current();
  }

  /** Milliseconds until something held back may be tried again. */
  retryInMs(): number {
    return this.link.up() ? this.holds.nextEndInMs() : Infinity;
  }

  retryNow(): void {
    this.holds.release();
  }

  /** Takes rows in the order they were written. */
  send(rows: WaitingRow[]): void {
    for (const row of rows) {
      const aggregate = row.aggregate_id;
      if (this.holds.has(aggregate)) continue;
      this.count += 1;
      const chain = this.chains.get(aggregate);
      if (chain) chain.push(row);
      else {
        const started = [row];
        this.chains.set(aggregate, started);
        void this.drain(aggregate, started);
      }
    }
    if (this.count >= mostOnTheWay) this.short = true;
  }

  stop(): void {
    this.stopped = true;
  }

  /** Resolves when nothing is on its way, or after `timeoutMs`. */
  async settled(timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (this.count > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  /** After a failure the rest of the chain is forgotten, to be fetched again in order when the hold has ended. */
  private async drain(aggregate: string, chain: WaitingRow[]): Promise<void> {
    try {
      for (let row = chain[0]; row && !this.stopped; row = chain[0]) {
        await this.publish(row);
        this.holds.forget(aggregate);
        chain.shift();
        this.count -= 1;
        this.events.published(row);
        this.tellOfRoom();
      }
    } catch (error) {
      this.holds.add(aggregate);
      this.complain(error, chain[0]);
    }
    this.count -= chain.length;
    this.chains.delete(aggregate);
    this.tellOfRoom();
  }

  private publish(row: WaitingRow): Promise<void> {
    const wish = { part: 'producer', from: traceparentOf(row) } as const;
    return spanned(`publish ${row.type}`, wish, () => this.untilAcknowledged(row));
  }

  private async untilAcknowledged(row: WaitingRow): Promise<void> {
    const connection = this.link.up();
    if (!connection) throw new Error('NATS is away');
    let stopListening: () => void = () => undefined;
    const away = new Promise<never>((_, reject) => {
      stopListening = this.link.onDown(() => reject(new Error('NATS went away')));
    });
    const stream = eventCatalogue.find((event) => event.type === row.type)?.stream;
    const acknowledged = jetstream(connection).publish(row.type, row.envelope, {
      msgID: row.id,
      timeout: acknowledgementTimeoutMs,
      ...(stream ? { expect: { streamName: stream } } : {}),
    });
    await Promise.race([acknowledged, away]).finally(stopListening);
    crashPoint('after-publish', row.type);
    metrics.published.inc({ type: row.type });
  }

  private tellOfRoom(): void {
    if (!this.short || this.count > mostOnTheWay / 2) return;
    this.short = false;
    this.events.hasRoom();
  }

  private complain(error: unknown, row: WaitingRow | undefined): void {
    if (this.stopped || Date.now() - this.lastComplaint < complaintEveryMs) return;
    this.lastComplaint = Date.now();
    this.log.warn({ err: error, eventId: row?.id, type: row?.type }, 'an event could not be published and waits');
  }
}
