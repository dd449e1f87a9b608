import { jetstream } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { natsTarget } from '../bus/nats-target';

/** Somebody on NATS with one user's rights, who keeps what the server refused. */
export class BusUser {
  readonly refusals: string[] = [];

  private constructor(readonly connection: NatsConnection) {
    void this.listen();
  }

  static async connect(url: string): Promise<BusUser> {
    return new BusUser(await connect(natsTarget(url)));
  }

  /** Publishes to JetStream without a message id and waits for the acknowledgement. */
  async publish(subject: string, body: unknown): Promise<void> {
    await jetstream(this.connection).publish(subject, typeof body === 'string' ? body : JSON.stringify(body));
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private async listen(): Promise<void> {
    for await (const status of this.connection.status())
      if (status.type === 'error') this.refusals.push(status.error.message);
  }
}
