import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { atProofSize, until } from '@porchlight/testing';
import { v7 as newId } from 'uuid';
import type { ServiceName } from '@porchlight/contracts';
import type { CrashPoint } from './crash-point';
import { MessagingSystem } from './test-app/messaging-system';
import type { TestService } from './test-app/test-service';

const state = 'projects.project.changed.v1';
const occurrence = 'leads.portal.published.v1';

/** Who is killed where, making or taking a message of which type. */
const crashes: { service: ServiceName; at: CrashPoint; type: string; short?: true }[] = [
  { service: 'projects', at: 'before-commit', type: state },
  { service: 'projects', at: 'after-commit', type: state, short: true },
  { service: 'projects', at: 'after-publish', type: state },
  { service: 'leads', at: 'before-commit', type: state },
  { service: 'leads', at: 'before-ack', type: state, short: true },
  { service: 'leads', at: 'after-ack', type: state },
  { service: 'projects', at: 'after-commit', type: occurrence },
];

describe('a process killed with SIGKILL', () => {
  let bus: MessagingSystem;
  const running: Partial<Record<ServiceName, TestService>> = {};

  beforeAll(async () => {
    bus = await MessagingSystem.start();
  });
  afterAll(() => bus?.stop());

  const start = async (service: ServiceName, env = {}): Promise<TestService> => {
    const started = await bus.service(service, { env });
    running[service] = started;
    return started;
  };
  const up = async (service: ServiceName): Promise<TestService> => running[service] ?? start(service);

  it.each(atProofSize(crashes, ({ short }) => short === true))(
    'loses nothing and doubles nothing: $service $at, $type',
    async ({ service, at, type }) => {
      const producer: ServiceName = type === state ? 'projects' : 'leads';
      const consumer: ServiceName = type === state ? 'leads' : 'projects';
      await up(service === 'projects' ? 'leads' : 'projects');
      await running[service]?.stop();
      const doomed = await start(service, { CRASH_AT: `${at}:${type}` });
      const changes = Array.from({ length: 8 }, () => ({ aggregateId: newId(), aggregateVersion: 1, name: 'Attic' }));
      const posted = running[producer]?.post('/test/changes', changes);
      expect(await doomed.ended).toContain('SIGKILL');
      await posted?.catch(() => undefined);
      await start(service);

      const ids = changes.map(({ aggregateId }) => aggregateId);
      const of = async (which: ServiceName, table: string): Promise<string[]> => {
        const rows = await bus.system.sql<{ aggregate_id: string }>(
          which,
          `select aggregate_id from ${table} order by 1`,
        );
        return rows.map((row) => row.aggregate_id).filter((id) => ids.includes(id));
      };
      const made = await of(producer, 'test_change');
      expect(await of(producer, 'outbox')).toEqual(made);
      const seen = async () => (await of(consumer, 'test_effect')).length >= made.length;
      await until(seen, 20_000, 'an effect is missing');
      await bus.untilRead(type === state ? 'PROJECTS' : 'LEADS', consumer);
      expect(await of(consumer, 'test_effect')).toEqual(made);
      if (at !== 'before-commit' || service !== producer) expect(made.length).toBeGreaterThan(0);
    },
  );
});
