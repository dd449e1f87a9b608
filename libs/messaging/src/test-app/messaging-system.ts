import { jetstreamManager } from '@nats-io/jetstream';
import type { ServiceName } from '@porchlight/contracts';
import { System, until } from '@porchlight/testing';
import { BusUser } from './bus-user';
import { prepareTestTables, TestService, type TestServiceOptions } from './test-service';

/** Real PostgreSQL and NATS with test services on them. */
export class MessagingSystem {
  private readonly services: TestService[] = [];

  private constructor(readonly system: System) {}

  static async start(): Promise<MessagingSystem> {
    const system = await System.start({ services: [] });
    await prepareTestTables(system);
    return new MessagingSystem(system);
  }

  async service(name: ServiceName, options?: TestServiceOptions): Promise<TestService> {
    const service = await TestService.start(this.system, name, options);
    this.services.push(service);
    return service;
  }

  /** Rows the handlers of a service wrote, in order. */
  effects(service: ServiceName): Promise<{ aggregate_id: string; version: number; event_id: string }[]> {
    return this.system.sql(service, 'select aggregate_id, version, event_id from test_effect order by seq');
  }

  /** Those on some aggregates. */
  async effectsOn(service: ServiceName, ...aggregates: string[]): ReturnType<MessagingSystem['effects']> {
    return (await this.effects(service)).filter((effect) => aggregates.includes(effect.aggregate_id));
  }

  outbox(service: ServiceName): Promise<{ type: string; envelope: string }[]> {
    return this.system.sql(service, 'select type, envelope from outbox order by seq');
  }

  /** Waits until a durable consumer has nothing left to deliver or to have acknowledged. */
  async untilRead(stream: string, durable: string): Promise<void> {
    const user = await BusUser.connect(this.system.natsUrl('provision'));
    const manager = await jetstreamManager(user.connection, { checkAPI: false });
    const idle = async () => {
      const info = await manager.consumers.info(stream, durable);
      return info.num_pending === 0 && info.num_ack_pending === 0;
    };
    await until(idle, 40_000, () => `${durable} did not read all of ${stream}`).finally(() => user.close());
  }

  async count(service: ServiceName, from: string): Promise<number> {
    const [row] = await this.system.sql<{ count: number }>(service, `select count(*)::int as count from ${from}`);
    return row?.count ?? 0;
  }

  async stop(): Promise<void> {
    await Promise.all(this.services.map((service) => service.stop()));
    await this.system.stop();
  }
}
