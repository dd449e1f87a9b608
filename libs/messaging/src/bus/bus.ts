import { Injectable } from '@nestjs/common';
import { headers, nuid, type Msg, type MsgHdrs, type Subscription } from '@nats-io/transport-node';
import { controlReplyPrefix, schemaOf } from '@porchlight/contracts';
import { inTraceOf, Log, traceparent } from '@porchlight/platform';
import { AskUnavailable } from '../ask/ask-unavailable';

import { MessagingOptions } from '../messaging-options';
import { NatsLink } from './nats-link';
import { isReplySubject } from './reply-subject';
import { traceHeader } from './trace-header';

export type BusListener = (data: unknown, reply?: (data: unknown) => void) => void | Promise<void>;

/**
 * Core NATS, JSON both ways: at most once, to whoever listens now. For hints and control, never for what must arrive.
 * While NATS is away a publication is dropped, not kept: such messages are about now.
 */
@Injectable()
export class Bus {
  constructor(
    private readonly link: NatsLink,
    private readonly options: MessagingOptions,
    private readonly log: Log,
  ) {}

  publish(subject: string, data: unknown): void {
    this.link.up()?.publish(subject, JSON.stringify(data), { headers: traced() });
  }

  /**
   * Listens until the function it gives is called, also across reconnections. With `queue`, one listener of that group
   * hears each message. `reply` is there when the sender waits for one.
   */
  subscribe(subject: string, listener: BusListener, options: { queue?: string } = {}): () => void {
    let subscription: Subscription | undefined;
    let stopped = false;
    const listen = this.link.whenOpen().then((connection) => {
      if (stopped) return;
      subscription = connection.subscribe(subject, {
        queue: options.queue,
        callback: (error, message) => {
          if (error) this.log.error({ err: error, subject }, 'may not listen');
          else void inTraceOf(message.headers?.get(traceHeader), () => this.deliver(message, listener));
        },
      });
    });
    listen.catch(() => undefined);
    return () => {
      stopped = true;
      subscription?.unsubscribe();
    };
  }

  /** Asks and gives the first reply. Throws `AskUnavailable` when nobody answers in time. */
  async request(subject: string, data: unknown, timeoutMs: number): Promise<unknown> {
    const connection = this.link.up();
    if (!connection) throw new AskUnavailable(subject);
    try {
      const message = await connection.request(subject, JSON.stringify(data), {
        timeout: timeoutMs,
        ...this.replyPath(subject),
      });
      return message.json<unknown>();
    } catch (error) {
      throw new AskUnavailable(subject, error);
    }
  }

  /** Resolves once the server has everything sent so far, e.g. a subscription just made. Rejects while NATS is away. */
  async flush(): Promise<void> {
    await this.link.roundTrip(5_000);
  }

  /** A round trip to the server; rejects when it is away or slower than a second. */
  async roundTrip(): Promise<void> {
    await this.link.roundTrip(1_000);
  }

  /** Called whenever NATS is back, or here for the first time. */
  onReconnect(listener: () => void): void {
    let registered = false;
    this.link.onUp(() => registered && listener());
    registered = true;
  }

  onDisconnect(listener: () => void): void {
    this.link.onDown(listener);
  }

  /** Gateways may speak under `portal.` only, so they answer control questions there and not in an inbox. */
  private replyPath(subject: string): { noMux?: true; reply?: string } {
    if (!subject.startsWith('portal.control.')) return {};
    return { noMux: true, reply: `${controlReplyPrefix}${schemaOf(this.options.service)}.${nuid.next()}` };
  }

  private async deliver(message: Msg, listener: BusListener): Promise<void> {
    try {
      const { reply } = message;
      const answer = isReplySubject(reply) ? (data: unknown) => void message.respond(JSON.stringify(data)) : undefined;
      await listener(message.json<unknown>(), answer);
    } catch (error) {
      this.log.warn({ err: error, subject: message.subject }, 'a message on the bus could not be used');
    }
  }
}

/** What is said on the bus is part of the trace it is said in. */
const traced = (): MsgHdrs | undefined => {
  const trace = traceparent();
  if (trace === null) return undefined;
  const asHeaders = headers();
  asHeaders.set(traceHeader, trace);
  return asHeaders;
};
