import { Injectable } from '@nestjs/common';
import { ServerNats, type NatsContext, type WritePacket } from '@nestjs/microservices';
import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { schemaOf } from '@porchlight/contracts';
import { correlated, Log, spanned } from '@porchlight/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { NatsLink } from '../bus/nats-link';
import { isReplySubject } from '../bus/reply-subject';
import { traceHeader } from '../bus/trace-header';
import { MessagingOptions } from '../messaging-options';

import { correlationHeader } from './correlation-header';

/** Nest's NATS transport on the connection of the process; replicas of a service share its questions. */
@Injectable()
export class AnswerServer extends ServerNats {
  private readonly subscribed: Subscription[] = [];
  private readonly unanswered = new Set<Msg>();

  constructor(
    private readonly link: NatsLink,
    private readonly log: Log,
    options: MessagingOptions,
  ) {
    super({ queue: schemaOf(options.service) });
  }

  /** Does not wait for NATS: a service starts while it is away and answers once it is there. */
  override listen(callback: (error?: unknown) => void): Promise<void> {
    void super.listen((error) => {
      if (error) this.log.error({ err: error }, 'cannot answer questions');
    });
    callback();
    return Promise.resolve();
  }

  override createNatsClient(): Promise<unknown> {
    return this.link.whenOpen();
  }

  override bindEvents(client: NatsConnection): void {
    const subscribe: NatsConnection['subscribe'] = (subject, options) => {
      const subscription = client.subscribe(subject, options);
      this.subscribed.push(subscription);
      return subscription;
    };
    super.bindEvents({ subscribe });
  }

  /** Leaves what is asked from here on to the other replicas, and answers what this one was asked. The link closes last. */
  override async close(): Promise<void> {
    // Without NATS nobody asks, and nobody hears an answer.
    const drained = Promise.all(this.subscribed.map((one) => one.drain().catch(() => undefined)));
    while (this.link.up() && !(await Promise.race([drained.then(() => true), sleep(20, false)])));
    while (this.link.up() && this.unanswered.size > 0) await sleep(20);
  }

  override getPublisher(message: Msg, id: string, context: NatsContext): (reply: WritePacket) => boolean {
    const publish = super.getPublisher(message, id, context) as (reply: WritePacket) => boolean;
    return (reply) => {
      if (reply.isDisposed || reply.status === 'error') this.unanswered.delete(message);
      return publish(reply);
    };
  }

  /** The link tells of connections already. */
  override handleStatusUpdates(): Promise<void> {
    return Promise.resolve();
  }

  override handleMessage(channel: string, message: Msg): Promise<unknown> {
    if (!isReplySubject(message.reply)) return Promise.resolve();
    const from = message.headers?.get(traceHeader) ?? null;
    this.unanswered.add(message);
    const answering = correlated(message.headers?.get(correlationHeader), () =>
      spanned(`answer ${channel}`, { part: 'server', from }, () => super.handleMessage(channel, message)),
    );
    return answering.catch((error: unknown) => {
      this.unanswered.delete(message);
      throw error;
    });
  }
}
