import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { until } from '@porchlight/testing';
import { v7 as newId } from 'uuid';
import { envelopeSchema, type Envelope } from '@porchlight/contracts';
import { natsTarget } from '../bus/nats-target';
import { MessagingSystem } from '../test-app/messaging-system';
import type { TestService } from '../test-app/test-service';

const waiting = 'outbox where published_at is null';
const changes = (count: number, versions: number) => {
  const ids = Array.from({ length: count }, () => newId());
  return Array.from({ length: versions }, (_, index) =>
    ids.map((aggregateId) => ({ aggregateId, aggregateVersion: index + 1, name: 'Kitchen' })),
  ).flat();
};

/** The orders in which the versions of an aggregate were published, each once. */
const orders = (envelopes: Envelope[]): string[] => {
  const byAggregate = Map.groupBy(envelopes, (envelope) => envelope.aggregateId);
  return [...new Set([...byAggregate.values()].map((of) => of.map((envelope) => envelope.aggregateVersion).join()))];
};

describe('the relay', () => {
  let bus: MessagingSystem;
  let first: TestService;
  let second: TestService;

  beforeAll(async () => {
    bus = await MessagingSystem.start();
    [first, second] = await Promise.all([bus.service('projects'), bus.service('projects')]);
  });
  afterAll(() => bus?.stop());

  const published = async (): Promise<Envelope[]> => {
    const connection = await connect(natsTarget(bus.system.natsUrl('provision')));
    const { state } = await (await jetstreamManager(connection, { checkAPI: false })).streams.info('PROJECTS');
    const consumer = await jetstream(connection).consumers.get('PROJECTS', { filter_subjects: 'projects.project.>' });
    const envelopes: Envelope[] = [];
    for await (const message of await consumer.fetch({ max_messages: state.messages, expires: 5_000 })) {
      envelopes.push(envelopeSchema.parse(message.json()));
      if (envelopes.length === state.messages) break;
    }
    await connection.close();
    return envelopes;
  };

  const publishing = () =>
    bus.system.sql<{ pid: number }>(
      'projects',
      `select pid from pg_locks where locktype = 'advisory' and granted
         and database = (select oid from pg_database where datname = current_database())
         and objid::bigint = (hashtext('projects')::bigint & 4294967295)`,
    );

  it('is active in one replica only', async () => {
    expect(await publishing()).toHaveLength(1);
  });

  it('keeps the order of each of many aggregates, whichever replica wrote the change', async () => {
    const all = changes(120, 4);
    const half = all.length / 2;
    await first.post('/test/changes', all.slice(0, half));
    await second.post('/test/changes', all.slice(half));
    await until(async () => (await bus.count('projects', waiting)) === 0, 20_000, 'rows wait');

    const envelopes = await published();
    expect(envelopes).toHaveLength(all.length);
    expect(orders(envelopes)).toEqual(['1,2,3,4']);
  });

  it('goes on in another replica when the active one is killed, and loses nothing', async () => {
    const before = new Set((await published()).map(({ id }) => id));
    const writing = Promise.all([first, second].map((replica) => replica.post('/test/changes', changes(30, 3))));
    await new Promise((resolve) => setTimeout(resolve, 150));
    const owner = await ownerOfLock();
    await owner.kill();
    await writing;
    await until(async () => (await bus.count('projects', waiting)) === 0, 20_000, 'rows wait');
    expect(await publishing()).toHaveLength(1);

    const rows = await bus.system.sql<{ id: string }>('projects', 'select id from outbox');
    const now = new Set((await published()).map(({ id }) => id));
    expect(rows.filter(({ id }) => !now.has(id))).toEqual([]);
    expect(now.size).toBeGreaterThan(before.size);
  });

  it('survives losing its database connection', async () => {
    const survivor = await bus.service('projects');
    const [lock] = await publishing();
    await bus.system.sql('projects', 'select pg_terminate_backend($1)', [lock?.pid]);
    await survivor.post('/test/changes', changes(5, 1));
    await until(async () => (await bus.count('projects', waiting)) === 0, 20_000, 'rows wait');
    expect(await publishing()).toHaveLength(1);
  });

  it('keeps what is written while NATS is away, and publishes it in order when NATS is back', async () => {
    const service = await bus.service('projects');
    await bus.system.stopNats();
    const all = changes(10, 3);
    await service.post('/test/changes', all);
    expect(await bus.count('projects', waiting)).toBe(all.length);
    await bus.system.startNats();
    await until(async () => (await bus.count('projects', waiting)) === 0, 20_000, 'rows wait');
    const envelopes = (await published()).filter((envelope) =>
      all.some((change) => change.aggregateId === envelope.aggregateId),
    );
    expect(envelopes).toHaveLength(all.length);
    expect(orders(envelopes)).toEqual(['1,2,3']);
  });

  /** The replica that says on its metrics page that it publishes. */
  const ownerOfLock = async (): Promise<TestService> =>
    (await first.metric('porchlight_relay_active')) === 1 ? first : second;
});
