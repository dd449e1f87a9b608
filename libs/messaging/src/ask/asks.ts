import { Injectable } from '@nestjs/common';
import { headers } from '@nats-io/transport-node';
import type { AskDefinition } from '@porchlight/contracts';
import { correlationId, spanned, traceparent } from '@porchlight/platform';
import { v4 as newId } from 'uuid';
import { NatsLink } from '../bus/nats-link';
import { traceHeader } from '../bus/trace-header';
import { AskUnavailable } from './ask-unavailable';
import { correlationHeader } from './correlation-header';
import { replyPacketSchema } from './reply-packet';

/** Slower than this is taken for away; an answerer may have to ask in its turn. One that is away says so at once. */
const patienceMs = 5_000;

/** Questions to other services where an answer is needed at once, in the packets of Nest's NATS transport. */
@Injectable()
export class Asks {
  constructor(private readonly link: NatsLink) {}

  /** The parsed answer. Throws `AskUnavailable` when NATS or the answerer is away, fails, or is slower than `timeoutMs`. */
  ask<Question, Answer>(
    definition: AskDefinition<Question, Answer>,
    question: Question,
    options: { timeoutMs?: number } = {},
  ): Promise<Answer> {
    return spanned(`ask ${definition.subject}`, { part: 'client' }, () => this.asked(definition, question, options));
  }

  private async asked<Question, Answer>(
    definition: AskDefinition<Question, Answer>,
    question: Question,
    options: { timeoutMs?: number },
  ): Promise<Answer> {
    const { subject } = definition;
    const connection = this.link.up();
    if (!connection) throw new AskUnavailable(subject);
    const packet = { pattern: subject, data: definition.question.parse(question), id: newId() };
    const asHeaders = headers();
    asHeaders.set(correlationHeader, correlationId());
    const trace = traceparent();
    if (trace !== null) asHeaders.set(traceHeader, trace);
    try {
      const message = await connection.request(subject, JSON.stringify(packet), {
        timeout: options.timeoutMs ?? patienceMs,
        headers: asHeaders,
      });
      const reply = replyPacketSchema.parse(message.json<unknown>());
      if (reply.err !== undefined && reply.err !== null) throw new Error('the answerer failed');
      return definition.answer.parse(reply.response);
    } catch (error) {
      throw new AskUnavailable(subject, error);
    }
  }
}
