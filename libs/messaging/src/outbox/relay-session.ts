import type { Log } from '@porchlight/platform';
import { Client } from 'pg';
import { Alarm } from '../alarm';
import type { NatsLink } from '../bus/nats-link';
import type { MessagingConfig } from '../messaging-options';
import { metrics } from '../metrics';
import { outboxChannel } from './outbox-channel';
import { backlog, forgetOld, markPublished, waitingRows } from './outbox-rows';
import { Publisher } from './publisher';

/** The safety net under lost notifications. */
const sweepMs = 5_000;
const lockRetryMs = 500;
const housekeepingMs = 60 * 60_000;

/**
 * Publishes the outbox over one database connection of its own, for as long as that connection holds the service's
 * advisory lock. A row is marked after JetStream acknowledged it, so a crash in between publishes it again under the
 * same id.
 */
export class RelaySession {
  active = false;
  private closed = false;
  private woken = false;
  private marking = false;
  private lastLook = 0;
  private lastHousekeeping = 0;
  /** Acknowledged by JetStream, not marked yet. */
  private acknowledged: string[] = [];
  private readonly alarm = new Alarm();
  private readonly client: Client;
  private readonly publisher: Publisher;

  constructor(
    private readonly config: MessagingConfig,
    private readonly link: NatsLink,
    log: Log,
  ) {
    this.client = new Client({
      connectionString: config.DATABASE_URL,
      application_name: 'relay',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
    });
    this.publisher = new Publisher(link, log, {
      published: (row) => {
        this.acknowledged.push(row.seq);
        void this.mark();
      },
      hasRoom: () => this.wake(),
    });
  }

  /** Waits for the lock, tells so, and publishes until `close` is called or the connection breaks, which it throws. */
  async run(whenActive: () => void): Promise<void> {
    const broken = new Promise<never>((_, reject) => {
      this.client.on('error', reject);
      this.client.on('end', () => reject(new Error('the database connection of the relay ended')));
    });
    broken.catch(() => undefined);
    try {
      await Promise.race([broken, this.publishWhileLocked(whenActive)]);
    } finally {
      this.active = false;
      this.closed = true;
      this.publisher.stop();
      this.alarm.ring();
      await this.client.end().catch(() => undefined);
    }
  }

  /** Something waits to be published. */
  wake(): void {
    this.woken = true;
    this.alarm.ring();
  }

  /** NATS is back: what was held back may go at once. */
  retryNow(): void {
    this.publisher.retryNow();
    this.wake();
  }

  /** Stops, after giving what is on its way a second to arrive. */
  async close(): Promise<void> {
    if (this.active) await this.publisher.settled(1_000);
    this.closed = true;
    this.alarm.ring();
  }

  private async publishWhileLocked(whenActive: () => void): Promise<void> {
    await this.client.connect();
    while (!this.closed && !(await this.lock())) await this.alarm.sleep(lockRetryMs);
    if (this.closed) return;
    this.client.on('notification', () => this.wake());
    await this.client.query(`listen ${this.client.escapeIdentifier(outboxChannel(this.config))}`);
    this.active = true;
    whenActive();
    while (!this.closed) {
      this.woken = false;
      await this.fetch();
      await this.look();
      if (!this.woken) await this.keepHouse();
      if (!this.woken && !this.closed) await this.alarm.sleep(Math.min(sweepMs, this.publisher.retryInMs()));
    }
    await this.mark();
  }

  private async lock(): Promise<boolean> {
    const { rows } = await this.client.query<{ locked: boolean }>(
      `select pg_try_advisory_lock(hashtext('relay'), hashtext($1)) as locked`,
      [this.config.DATABASE_SCHEMA],
    );
    return rows[0]?.locked ?? false;
  }

  private async fetch(): Promise<void> {
    const room = this.publisher.room();
    if (room <= 0 || !this.link.up()) return;
    const seqs = [...this.publisher.onTheWay(), ...this.acknowledged];
    const rows = await waitingRows(this.client, { seqs, aggregates: this.publisher.heldBack() }, room);
    this.publisher.send(rows);
  }

  /** Marks in batches: what was acknowledged while one batch is written makes the next. */
  private async mark(): Promise<void> {
    if (this.marking) return;
    this.marking = true;
    try {
      while (this.acknowledged.length > 0) {
        const seqs = this.acknowledged;
        this.acknowledged = [];
        await markPublished(this.client, seqs);
      }
    } catch {
      // The connection broke: this session ends, and the next publishes these again under the same ids.
      this.closed = true;
    } finally {
      this.marking = false;
    }
  }

  /** However much there is to do: an outbox that falls behind is seen to. */
  private async look(): Promise<void> {
    if (Date.now() - this.lastLook < sweepMs) return;
    this.lastLook = Date.now();
    const { waiting, ageSeconds, deadLetters } = await backlog(this.client);
    metrics.outboxWaiting.set(waiting);
    metrics.outboxAge.set(ageSeconds);
    metrics.deadLettersKept.set(deadLetters);
  }

  private async keepHouse(): Promise<void> {
    if (Date.now() - this.lastHousekeeping < housekeepingMs) return;
    this.lastHousekeeping = Date.now();
    await forgetOld(this.client);
  }
}
