import { jetstreamManager } from '@nats-io/jetstream';
import { Injectable } from '@nestjs/common';
import { durables, schemaOf } from '@porchlight/contracts';
import { Scrapes } from '@porchlight/platform';
import { NatsLink } from '../bus/nats-link';
import { MessagingOptions } from '../messaging-options';
import { metrics } from '../metrics';

/** How far this service is behind on each stream that it reads, as the server counts it. Says nothing while NATS is away. */
@Injectable()
export class Lag {
  constructor(
    private readonly options: MessagingOptions,
    private readonly link: NatsLink,
    scrapes: Scrapes,
  ) {
    scrapes.onScrape(() => this.read());
  }

  private async read(): Promise<void> {
    metrics.consumerWaiting.reset();
    const connection = this.link.up();
    if (!connection) return;
    const manager = await jetstreamManager(connection, { checkAPI: false });
    const user = schemaOf(this.options.service);
    for (const [stream, readers] of Object.entries(durables)) {
      if (!readers.includes(user)) continue;
      const { num_pending, num_ack_pending } = await manager.consumers.info(stream, user);
      metrics.consumerWaiting.set({ stream }, num_pending + num_ack_pending);
    }
  }
}
