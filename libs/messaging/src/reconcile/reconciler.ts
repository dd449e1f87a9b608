import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Log } from '@porchlight/platform';
import { AskUnavailable } from '../ask/ask-unavailable';
import { Alarm } from '../alarm';
import { NatsLink } from '../bus/nats-link';
import { Intake } from '../consume/intake';
import { Subscriptions, type Subscription } from '../consume/subscriptions';
import { growingDelay } from '../growing-delay';
import { MessagingOptions } from '../messaging-options';
import { MissingOccurrences } from './missing-occurrences';
import { MissingStates } from './missing-states';

/** A missing stream is noticed with every pull; this is how often it makes us compare. */
const betweenLossesMs = 5_000;

/**
 * Compares what is applied here with what the owners have, and applies what is missing through the same handlers: at
 * start, when NATS or a stream was away, and every `RECONCILE_EVERY_MS`. So a stream that lost its disk costs nothing.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly alarm = new Alarm();
  /** Types to be compared as a whole, not only by what changed lately. */
  private readonly whole = new Set<string>();
  private readonly failing = new Set<string>();
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private woken = false;
  private lastLoss = 0;

  constructor(
    private readonly options: MessagingOptions,
    private readonly subscriptions: Subscriptions,
    private readonly states: MissingStates,
    private readonly occurrences: MissingOccurrences,
    private readonly intake: Intake,
    private readonly link: NatsLink,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.link.onUp(() => this.compareAll());
    this.intake.onLoss(() => {
      if (Date.now() - this.lastLoss < betweenLossesMs) return;
      this.lastLoss = Date.now();
      this.compareAll();
    });
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.alarm.ring();
    await this.running;
  }

  /** Compares everything, as soon as possible. */
  compareAll(): void {
    for (const { event } of this.subscriptions.all()) this.whole.add(event.type);
    this.woken = true;
    this.alarm.ring();
  }

  private async run(): Promise<void> {
    const every = this.options.config.RECONCILE_EVERY_MS;
    let failures = 0;
    while (!this.stopped) {
      this.woken = false;
      const complete = await this.round();
      failures = complete ? 0 : failures + 1;
      if (!this.woken && !this.stopped) await this.alarm.sleep(complete ? every : growingDelay(failures, every));
    }
  }

  /** False if some event could not be compared to the end. */
  private async round(): Promise<boolean> {
    let complete = true;
    for (const subscription of this.subscriptions.all()) {
      if (this.stopped) break;
      if (!this.link.up() || !(await this.compare(subscription))) complete = false;
    }
    return complete;
  }

  private async compare(subscription: Subscription): Promise<boolean> {
    const { type, kind } = subscription.event;
    const wholly = this.whole.delete(type);
    try {
      if (kind === 'state') await this.states.apply(subscription, wholly);
      else await this.occurrences.apply(subscription);
      this.failing.delete(type);
      return true;
    } catch (error) {
      if (wholly) this.whole.add(type);
      this.complain(type, error);
      return false;
    }
  }

  /** Once until it works again: an owner that is away is nothing new every second. */
  private complain(type: string, error: unknown): void {
    if (this.failing.has(type)) return;
    this.failing.add(type);
    const why = error instanceof AskUnavailable ? { asked: error.subject } : { err: error };
    this.log.info({ type, ...why }, 'copies could not be compared with their owner, who is asked again');
  }
}
