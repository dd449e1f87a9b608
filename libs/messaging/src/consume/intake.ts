import { Injectable } from '@nestjs/common';
import { jetstream, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import type { Envelope } from '@porchlight/contracts';
import { Log } from '@porchlight/platform';
import { Alarm } from '../alarm';
import { ackWaitMs } from '../bus/ack-wait';
import { NatsLink } from '../bus/nats-link';
import { crashesAt, crashPoint } from '../crash-point';
import { growingDelay } from '../growing-delay';
import { Lanes } from '../lanes';
import { metrics } from '../metrics';
import { Applier } from './applier';
import { DeadLetters } from './dead-letters';
import { readEnvelope } from './inbound';
import { Subscriptions } from './subscriptions';
import { Unprocessable } from './unprocessable';

/** Deliveries after which a message is put aside; with the growing delay some ten minutes of failing. */
const mostDeliveries = 15;
/** Messages applied at once; fewer than the connections of the pool. */
const width = 6;
const retryMs = 1_000;

/** Pulls messages from durable consumers, has them applied, and answers for each: ack, nak or term. */
@Injectable()
export class Intake {
  private readonly lanes = new Lanes(width);
  private readonly open = new Set<ConsumerMessages>();
  private readonly taken = new Set<JsMsg>();
  private readonly lossListeners = new Set<() => void>();
  private readonly alarm = new Alarm();
  private stillWorking: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly link: NatsLink,
    private readonly subscriptions: Subscriptions,
    private readonly applier: Applier,
    private readonly deadLetters: DeadLetters,
    private readonly log: Log,
  ) {}

  /** Reads a durable until `close`, waiting for it wherever it is missing. */
  read(stream: string, durable: string): void {
    this.stillWorking ??= setInterval(() => {
      for (const message of this.taken) message.working();
    }, ackWaitMs / 3);
    void this.readForEver(stream, durable);
  }

  /** Called when a stream or its consumer turns out to be missing. */
  onLoss(listener: () => void): void {
    this.lossListeners.add(listener);
  }

  async close(): Promise<void> {
    this.stopped = true;
    this.alarm.ring();
    await Promise.all([...this.open].map((messages) => messages.close()));
    const late = new Promise<void>((resolve) => setTimeout(resolve, 3_000).unref());
    await Promise.race([this.lanes.idle(), late]);
    clearInterval(this.stillWorking);
  }

  private async readForEver(stream: string, durable: string): Promise<void> {
    let complained = false;
    while (!this.stopped) {
      try {
        const consumer = await jetstream(await this.link.whenOpen()).consumers.get(stream, durable);
        // Bound: it never asks the server about itself again, which the gateway may not either.
        const messages = await consumer.consume({
          bind: true,
          max_messages: 256,
          expires: 5_000,
          idle_heartbeat: 1_000,
          callback: (message) => this.take(message),
        });
        complained = false;
        this.open.add(messages);
        void this.watch(messages);
        await messages.closed();
        this.open.delete(messages);
      } catch (error) {
        if (!complained) this.log.warn({ err: error, stream, durable }, 'a durable consumer cannot be read yet');
        complained = true;
        for (const listener of this.lossListeners) listener();
      }
      if (!this.stopped) await this.alarm.sleep(retryMs);
    }
  }

  private async watch(messages: ConsumerMessages): Promise<void> {
    for await (const status of messages.status()) {
      if (status.type === 'no_responders' || status.type === 'consumer_deleted')
        for (const listener of this.lossListeners) listener();
    }
  }

  private take(message: JsMsg): void {
    this.taken.add(message);
    void this.settle(message)
      .catch((error: unknown) => this.log.error({ err: error }, 'a message could not be settled'))
      .finally(() => this.taken.delete(message));
  }

  private async settle(message: JsMsg): Promise<void> {
    const { subject } = message;
    const body = message.string();
    const attempt = message.info.deliveryCount;
    if (attempt > 1) metrics.redeliveries.inc({ type: subject });
    let envelope: Envelope | undefined;
    try {
      envelope = readEnvelope(subject, body);
      const outcome = await this.applied(envelope, attempt);
      metrics.deliveries.inc({ type: subject, outcome });
      await this.acknowledge(message);
    } catch (error) {
      await this.refuse(message, { subject, body, attempt, eventId: envelope?.id ?? null }, error);
    }
  }

  /** Messages of one aggregate are applied in turn; a subject this service does not apply is only acknowledged. */
  private async applied(envelope: Envelope, attempt: number): Promise<string> {
    const subscription = this.subscriptions.of(envelope.type);
    if (!subscription) return 'ignored';
    return this.lanes.run(envelope.aggregateId, async () => {
      if (this.stopped) throw new Error('this replica stops; another one takes it');
      return (await this.applier.apply(subscription, envelope, attempt)) ? 'applied' : 'known';
    });
  }

  private async acknowledge(message: JsMsg): Promise<void> {
    crashPoint('before-ack', message.subject);
    message.ack();
    if (!crashesAt('after-ack', message.subject)) return;
    await this.link.roundTrip(1_000);
    crashPoint('after-ack', message.subject);
  }

  private async refuse(
    message: JsMsg,
    seen: { subject: string; body: string; attempt: number; eventId: string | null },
    error: unknown,
  ): Promise<void> {
    const { subject, body, attempt, eventId } = seen;
    if (this.stopped) {
      message.nak();
      return;
    }
    const hopeless = error instanceof Unprocessable;
    metrics.deliveries.inc({ type: subject, outcome: hopeless ? 'unprocessable' : 'failed' });
    if (!hopeless) this.log.warn({ err: error, eventId, type: subject, attempt }, 'a message could not be applied');
    if (hopeless || attempt >= mostDeliveries) {
      try {
        const reason = error instanceof Error ? error.message : String(error);
        await this.deadLetters.put({ eventId, subject, body, reason, deliveries: attempt });
        message.term();
        return;
      } catch (failure) {
        this.log.warn({ err: failure, eventId, type: subject }, 'a dead letter could not be kept yet');
      }
    }
    message.nak(growingDelay(attempt));
  }
}
