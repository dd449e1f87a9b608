import type { AskDefinition } from '@porchlight/contracts';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { connectAs } from './connect-as';
import type { System } from './system';

const packetSchema = z.object({ id: z.string(), data: z.unknown() });

/** Answers questions in place of a service that is not running, on its bus and with its rights. */
export class Answers {
  private constructor(private readonly connection: NatsConnection) {}

  static async as(system: System, user: string): Promise<Answers> {
    return new Answers(await connectAs(system, user));
  }

  /** From now on; resolves once the bus knows of it. */
  async to<Question, Answer>(
    ask: AskDefinition<Question, Answer>,
    answer: (question: Question) => Answer,
  ): Promise<void> {
    this.connection.subscribe(ask.subject, {
      callback: (fault, message) => {
        if (fault) return;
        const { id, data } = packetSchema.parse(message.json());
        message.respond(JSON.stringify({ id, response: answer(ask.question.parse(data)), isDisposed: true }));
      },
    });
    await this.connection.flush();
  }

  /** The same for a control question, which comes without a packet around it. */
  async toControl(subject: string, answer: (question: unknown) => unknown): Promise<void> {
    this.connection.subscribe(subject, {
      callback: (fault, message) => {
        if (!fault) message.respond(JSON.stringify(answer(message.json())));
      },
    });
    await this.connection.flush();
  }

  stop(): Promise<void> {
    return this.connection.close();
  }
}
