import { Injectable } from '@nestjs/common';
import { ServerNats } from '@nestjs/microservices';
import type { Msg } from '@nats-io/transport-node';
import { schemaOf } from '@porchlight/contracts';
import { correlated, Log, spanned } from '@porchlight/platform';
import { NatsLink } from '../bus/nats-link';
import { isReplySubject } from '../bus/reply-subject';
import { traceHeader } from '../bus/trace-header';
import { MessagingOptions } from '../messaging-options';

import { correlationHeader } from './correlation-header';

/** Nest's NATS transport on the connection of the process; replicas of a service share its questions. */
@Injectable()
export class AnswerServer extends ServerNats {
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

  /** The connection belongs to the link, which closes it last. */
  override close(): Promise<void> {
    return Promise.resolve();
  }

  /** The link tells of connections already. */
  override handleStatusUpdates(): Promise<void> {
    return Promise.resolve();
  }

  override handleMessage(channel: string, message: Msg): Promise<unknown> {
    if (!isReplySubject(message.reply)) return Promise.resolve();
    const from = message.headers?.get(traceHeader) ?? null;
    return correlated(message.headers?.get(correlationHeader), () =>
      spanned(`answer ${channel}`, { part: 'server', from }, () => super.handleMessage(channel, message)),
    );
  }
}
