import { Injectable } from '@nestjs/common';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { durables, schemaOf } from '@porchlight/contracts';
import { MessagingOptions } from '../messaging-options';

import { Intake } from './intake';
import { jetStreamTransport } from './subscribe';

/** Nest's transport over JetStream: it pulls the service's durable consumer of each stream it reads. */
@Injectable()
export class JetStreamServer extends Server implements CustomTransportStrategy {
  override readonly transportId = jetStreamTransport;
  override readonly propagatesEventHandlerErrors = true;

  constructor(
    private readonly options: MessagingOptions,
    private readonly intake: Intake,
  ) {
    super();
  }

  /** Does not wait for NATS: a service starts while it is away and catches up once it is there. */
  listen(callback: (error?: unknown) => void): void {
    const user = schemaOf(this.options.service);
    for (const [stream, readers] of Object.entries(durables))
      if (readers.includes(user)) this.intake.read(stream, user);
    callback();
  }

  /** Stops pulling, then waits for what is being applied. */
  close(): Promise<void> {
    return this.intake.close();
  }

  on(event: string, callback: unknown): void {
    void callback;
    throw new Error(`the JetStream transport has no event ${event}`);
  }

  unwrap<T>(): T {
    throw new Error('the JetStream transport shares its connection; use Bus');
  }
}
