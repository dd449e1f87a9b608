import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Log } from '@porchlight/platform';
import { Alarm } from '../alarm';
import { NatsLink } from '../bus/nats-link';
import { growingDelay } from '../growing-delay';
import { MessagingOptions } from '../messaging-options';
import { metrics } from '../metrics';
import { RelaySession } from './relay-session';

/** Keeps a relay session open for as long as the process lives; of all replicas, the one with the lock publishes. */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private session: RelaySession | undefined;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  private readonly alarm = new Alarm();

  constructor(
    private readonly options: MessagingOptions,
    private readonly link: NatsLink,
    private readonly log: Log,
  ) {}

  /** Whether this process is the one that publishes. */
  get active(): boolean {
    return this.session?.active ?? false;
  }

  /** Something was committed to the outbox. */
  wake(): void {
    this.session?.wake();
  }

  onApplicationBootstrap(): void {
    this.link.onUp(() => this.session?.retryNow());
    this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.alarm.ring();
    await this.session?.close();
    await this.running;
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.stopped) {
      this.session = new RelaySession(this.options.config, this.link, this.log);
      try {
        await this.session.run(() => {
          failures = 0;
          metrics.relayActive.set(1);
        });
      } catch (error) {
        failures += 1;
        if (!this.stopped) this.log.warn({ err: error }, 'the relay lost its database connection and opens another');
      }
      // Another replica knows better from here on.
      for (const gauge of [metrics.relayActive, metrics.outboxWaiting, metrics.outboxAge, metrics.deadLettersKept])
        gauge.set(0);
      if (!this.stopped) await this.alarm.sleep(growingDelay(Math.max(failures, 1), 5_000));
    }
  }
}
