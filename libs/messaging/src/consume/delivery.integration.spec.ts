import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { until } from '@porchlight/testing';
import { v4 as randomId, v7 as newId } from 'uuid';
import type { Envelope } from '@porchlight/contracts';
import { BusUser } from '../test-app/bus-user';
import { MessagingSystem } from '../test-app/messaging-system';
import type { TestService } from '../test-app/test-service';

const companyId = '01900000-0000-7000-8000-00000000000c';

const projectState = (aggregateId: string, aggregateVersion: number, name = 'Kitchen'): Envelope<object> => ({
  id: newId(),
  type: 'projects.project.changed.v1',
  occurredAt: new Date().toISOString(),
  companyId,
  aggregateId,
  aggregateVersion,
  correlationId: randomId(),
  causationId: null,
  traceparent: null,
  data: {
    projectId: aggregateId,
    companyId,
    name,
    address: null,
    clientName: null,
    status: 'active',
    timeZone: 'America/Denver',
  },
});

describe('what is delivered', () => {
  let bus: MessagingSystem;
  let projects: TestService;
  let leads: TestService;
  let asProjects: BusUser;

  beforeAll(async () => {
    bus = await MessagingSystem.start();
    [projects, leads] = await Promise.all([
      bus.service('projects', { env: { RECONCILE_EVERY_MS: '60000' } }),
      bus.service('leads', { env: { RECONCILE_EVERY_MS: '60000' } }),
    ]);
    asProjects = await BusUser.connect(bus.system.natsUrl('projects'));
  });
  afterAll(async () => {
    await asProjects?.close();
    await bus?.stop();
  });

  const settled = () => bus.untilRead('PROJECTS', 'leads');
  const deadLetters = (subject: string) =>
    bus.system.sql<{ reason: string; deliveries: number }>(
      'leads',
      'select reason, deliveries from dead_letter where subject = $1',
      [subject],
    );

  it('is applied once, with the correlation of its request and the tenant of its envelope', async () => {
    const aggregateId = newId();
    await projects.post('/test/changes', [{ aggregateId, aggregateVersion: 1, name: 'Bath' }]);
    await until(async () => (await bus.effectsOn('leads', aggregateId)).length === 1, 10_000);
    const [row] = await bus.system.sql<{ envelope: string }>(
      'projects',
      'select envelope from outbox where aggregate_id = $1',
      [aggregateId],
    );
    expect(JSON.parse(row?.envelope ?? '{}')).toMatchObject({ companyId, aggregateVersion: 1, causationId: null });
  });

  it('has its effects once when the whole outbox is replayed three times without message ids', async () => {
    const many = () => Array.from({ length: 20 }, () => ({ aggregateId: newId(), aggregateVersion: 1, name: 'Porch' }));
    const [states, occurrences] = [many(), many()];
    await Promise.all([projects.post('/test/changes', states), leads.post('/test/changes', occurrences)]);
    const effects = async () => [
      await bus.effectsOn('leads', ...states.map(({ aggregateId }) => aggregateId)),
      await bus.effectsOn('projects', ...occurrences.map(({ aggregateId }) => aggregateId)),
    ];
    const applied = async () => (await effects()).map(({ length }) => length).join() === '20,20';
    await until(applied, 10_000);
    const before = await effects();
    const asLeads = await BusUser.connect(bus.system.natsUrl('leads'));
    for (let round = 0; round < 3; round += 1)
      for (const [service, user] of [
        ['projects', asProjects],
        ['leads', asLeads],
      ] as const)
        for (const { type, envelope } of await bus.outbox(service)) await user.publish(type, envelope);
    await settled();
    await bus.untilRead('LEADS', 'projects');
    expect(await effects()).toEqual(before);
    await asLeads.close();
  });

  it('never takes a state back, in whatever order and however often its versions come', async () => {
    const fc = await import('fast-check');
    const shuffled = fc.shuffledSubarray([1, 2, 3, 4, 5, 1, 2, 3, 4, 5], { minLength: 3 });
    await fc.assert(
      fc.asyncProperty(shuffled, async (versions) => {
        const aggregateId = newId();
        for (const version of versions)
          await asProjects.publish('projects.project.changed.v1', projectState(aggregateId, version));
        await settled();
        const applied = (await bus.effectsOn('leads', aggregateId)).map(({ version }) => version);
        const rising = versions.filter((version, index) => version > Math.max(0, ...versions.slice(0, index)));
        expect(applied).toEqual(rising);
      }),
      { numRuns: 15 },
    );
  });

  it('is told of on every delivery, newer or not', async () => {
    const aggregateId = newId();
    for (const version of [2, 1, 2])
      await asProjects.publish('projects.project.changed.v1', projectState(aggregateId, version));
    await settled();
    expect(await bus.effectsOn('leads', aggregateId)).toHaveLength(1);
    expect(await bus.count('leads', `test_delivered where aggregate_id = '${aggregateId}'`)).toBe(3);
  });

  it('comes back after a passing fault, later each time, and is then applied once', async () => {
    const aggregateId = newId();
    const started = Date.now();
    await asProjects.publish('projects.project.changed.v1', projectState(aggregateId, 1, 'fails 2'));
    await until(async () => (await bus.effectsOn('leads', aggregateId)).length === 1, 20_000);
    expect(Date.now() - started).toBeGreaterThan(1_400);
    expect(await leads.metric('porchlight_redeliveries_total')).toBeGreaterThanOrEqual(2);
  });

  it('is put aside at once when it can never be applied', async () => {
    const type = 'projects.project.changed.v1';
    const { data, ...rest } = projectState(newId(), 1);
    await asProjects.publish(type, { ...rest, data: { ...data, name: 7 } });
    await asProjects.publish(type, { hello: 'world' });
    await asProjects.publish(type, projectState(newId(), 1, 'unprocessable'));
    await settled();
    const reasons = (await deadLetters(type)).map(({ reason }) => reason);
    expect(reasons).toHaveLength(3);
    expect(reasons.join()).toContain('the test says so');
    expect(await leads.metric('porchlight_dead_letters_total')).toBe(3);
    expect(leads.lines.join()).not.toContain('"hello"');
  });

  it('is stripped of keys that its schema does not name, and counted', async () => {
    const { data, ...rest } = projectState(newId(), 1);
    await asProjects.publish('projects.project.changed.v1', { ...rest, data: { ...data, budget: '900' } });
    await settled();
    expect(await leads.metric('porchlight_stripped_keys_total')).toBe(1);
  });

  it('can be fetched from its owner, and made there on demand', async () => {
    const known = newId();
    await projects.post('/test/changes', [{ aggregateId: known, aggregateVersion: 4, name: 'Roof' }]);
    expect(await leads.post('/test/fetch', { aggregateId: known })).toEqual({ known: true });
    expect((await bus.effectsOn('leads', known)).map(({ version }) => version)).toEqual([4]);
    const made = newId().replace(/.$/, 'f');
    expect(await leads.post('/test/fetch', { aggregateId: made })).toEqual({ known: true });
    expect(await bus.effectsOn('leads', made)).toHaveLength(1);
    expect(await leads.post('/test/fetch', { aggregateId: newId().replace(/.$/, '0') })).toEqual({ known: false });
  });

  it('comes whole where the stream was too small for what waited: its owner is asked for the newest of each', async () => {
    await leads.kill();
    const user = await BusUser.connect(bus.system.natsUrl('provision'));
    const { streams } = await jetstreamManager(user.connection, { checkAPI: false });
    const { config } = await streams.info('PROJECTS');
    expect(config).toMatchObject({ discard: 'old', max_bytes: 256 * 1024 ** 2 });
    await streams.update('PROJECTS', { max_bytes: 8 * 1024 });
    const aggregates = Array.from({ length: 15 }, () => newId());
    for (const aggregateVersion of [1, 2, 3])
      await projects.post(
        '/test/changes',
        aggregates.map((aggregateId) => ({ aggregateId, aggregateVersion, name: 'Pergola' })),
      );
    await until(async () => (await bus.count('projects', 'outbox where published_at is null')) === 0, 10_000);
    expect((await streams.info('PROJECTS')).state.messages).toBeLessThan(3 * aggregates.length - 15);
    leads = await bus.service('leads', { env: { RECONCILE_EVERY_MS: '60000' } });
    const newest = async () => (await bus.effectsOn('leads', ...aggregates)).filter(({ version }) => version === 3);
    await until(async () => (await newest()).length === aggregates.length, 20_000);
    await streams.update('PROJECTS', { max_bytes: config.max_bytes });
    await user.close();
  });

  it('heals when JetStream has lost its disk', async () => {
    await leads.kill();
    const states = Array.from({ length: 15 }, () => ({ aggregateId: newId(), aggregateVersion: 1, name: 'Deck' }));
    await projects.post('/test/changes', states);
    await until(async () => (await bus.count('projects', 'outbox where published_at is null')) === 0, 10_000);
    await bus.system.stopNats({ wipe: true });
    await bus.system.startNats();
    const again = await bus.service('leads');
    await until(
      async () => (await bus.effectsOn('leads', ...states.map(({ aggregateId }) => aggregateId))).length === 15,
      20_000,
    );
    const occurrences = Array.from({ length: 15 }, () => ({ aggregateId: newId(), aggregateVersion: 1, name: 'Deck' }));
    await projects.kill();
    await again.post('/test/changes', occurrences);
    await until(async () => (await bus.count('leads', 'outbox where published_at is null')) === 0, 10_000);
    await bus.system.stopNats({ wipe: true });
    await bus.system.startNats();
    await bus.service('projects');
    const ids = occurrences.map(({ aggregateId }) => aggregateId);
    await until(async () => (await bus.effectsOn('projects', ...ids)).length === 15, 20_000);
    expect((await bus.effectsOn('projects', ...ids)).map((effect) => effect.aggregate_id)).toEqual(ids);
  });
});

describe('a service whose subscriptions are wrong', () => {
  it('does not start', async () => {
    const bus = await MessagingSystem.start();
    try {
      const doubled = await bus.service('leads', { fault: 'doubled', impatient: true });
      expect(await doubled.ended).toContain('code 1');
      expect(doubled.lines.join('\n')).toContain('identity.company.changed.v1 is applied twice');
      const foreign = await bus.service('notifications', { impatient: true });
      expect(await foreign.ended).toContain('code 1');
      expect(foreign.lines.join('\n')).toContain('nothing applies identity.invitation.sent.v1');
    } finally {
      await bus.stop();
    }
  });
});
