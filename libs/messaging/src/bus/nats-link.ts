import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { Log, Readiness } from '@porchlight/platform';
import { MessagingOptions } from '../messaging-options';
import { metrics } from '../metrics';
import { natsTarget } from './nats-target';

type Listener = () => void;

/**
 * The one NATS connection of a process. It connects in the background and for ever, so that a service starts, and keeps
 * its promises, while NATS is away; whoever needs NATS at once asks `up()`.
 */
@Injectable()
export class NatsLink implements OnApplicationShutdown {
  private connection: NatsConnection | undefined;
  private connected = false;
  private closing = false;
  private readonly upListeners = new Set<Listener>();
  private readonly downListeners = new Set<Listener>();
  private readonly first: Promise<NatsConnection>;

  constructor(
    options: MessagingOptions,
    private readonly log: Log,
    readiness: Readiness,
  ) {
    this.first = this.open(options);
    this.first.catch((error: unknown) => log.error({ err: error }, 'cannot use NATS'));
    readiness.register('nats', () => this.roundTrip(2_000));
  }

  /** The connection once there has been one; it may be reconnecting. */
  whenOpen(): Promise<NatsConnection> {
    return this.first;
  }

  /** The connection if it is up now. */
  up(): NatsConnection | undefined {
    return this.connected ? this.connection : undefined;
  }

  /** Called at the first connection and after each reconnection; at once when up. Gives a way to stop listening. */
  onUp(listener: Listener): () => void {
    this.upListeners.add(listener);
    if (this.connected) listener();
    return () => this.upListeners.delete(listener);
  }

  onDown(listener: Listener): () => void {
    this.downListeners.add(listener);
    return () => this.downListeners.delete(listener);
  }

  /** Resolves after a round trip to the server; rejects when it is away or slower than `timeoutMs`. */
  async roundTrip(timeoutMs: number): Promise<void> {
    const connection = this.up();
    if (!connection) throw new Error('NATS is away');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`NATS did not answer within ${timeoutMs} ms`)), timeoutMs);
    });
    await Promise.race([connection.flush(), late]).finally(() => clearTimeout(timer));
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    await this.connection?.drain().catch(() => undefined);
  }

  private async open(options: MessagingOptions): Promise<NatsConnection> {
    const connection = await connect({
      ...natsTarget(options.config.NATS_URL),
      name: options.service,
      waitOnFirstConnect: true,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 250,
      ignoreAuthErrorAbort: true,
      noAsyncTraces: true,
      timeout: 5_000,
      pingInterval: 2_000,
      maxPingOut: 2,
    });
    this.connection = connection;
    if (this.closing) await connection.close();
    else this.turn(true);
    void this.watch(connection);
    return connection;
  }

  private async watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') this.turn(false);
      if (status.type === 'reconnect') this.turn(true);
      if (status.type === 'error') this.log.warn({ err: status.error }, 'NATS refused something');
    }
    this.turn(false);
  }

  private turn(connected: boolean): void {
    if (this.connected === connected) return;
    this.connected = connected;
    metrics.natsUp.set(connected ? 1 : 0);
    if (!this.closing) this.log.info({ connected }, connected ? 'NATS is here' : 'NATS is away');
    for (const listener of connected ? this.upListeners : this.downListeners) listener();
  }
}
