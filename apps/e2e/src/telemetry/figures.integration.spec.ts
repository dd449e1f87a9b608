import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type Client, type System } from '@porchlight/testing';

/** What Prometheus is told of requests, and of an event that cannot leave its service. */
describe('the figures of a service', () => {
  let system: System;
  let owner: Client;
  let projectId: string;

  const page = async (): Promise<string> => (await fetch(system.process('projects').metricsUrl)).text();
  const figure = async (name: string): Promise<number> => {
    const line = (await page()).split('\n').find((text) => text.startsWith(name));
    return Number(line?.split(' ').at(-1));
  };

  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects'] });
    owner = system.client();
    await owner.register();
    projectId = (await owner.post('/api/projects', { name: 'Maple Street' })).body.id;
  });
  afterAll(() => system?.stop());

  it('count requests by the template of their route, and never by an address', async () => {
    await owner.get(`/api/projects/${projectId}?token=planted`);
    await owner.get(`/api/projects/${projectId}/no/such/thing`);
    const text = await page();
    expect(text).toMatch(
      /^porchlight_http_request_seconds_count\{method="GET",route="\/api\/projects\/:id",status="2xx"\} 1$/m,
    );
    expect(text).toMatch(/^porchlight_http_request_seconds_count\{method="GET",route="none",status="4xx"\} 1$/m);
    expect(text).not.toContain(projectId);
    expect(text).not.toContain('planted');
  });

  it('say how far each consumer is behind', async () => {
    await until(async () => (await figure('porchlight_consumer_waiting{stream="IDENTITY"}')) === 0, 20_000);
    expect(await figure('porchlight_nats_up')).toBe(1);
  });

  it('show an outbox that is held up, for as long as it is', async () => {
    await system.stopNats();
    // As if NATS had gone a moment earlier; staff can change nothing while their sessions cannot be asked about.
    await system.sql(
      'projects',
      `update outbox set published_at = null, occurred_at = now() where seq = (select max(seq) from outbox)`,
    );
    await until(async () => (await figure('porchlight_outbox_age_seconds')) > 1, 30_000, 'its age did not rise');
    const age = await figure('porchlight_outbox_age_seconds');
    expect(await figure('porchlight_outbox_waiting')).toBeGreaterThan(0);
    expect(await figure('porchlight_nats_up')).toBe(0);
    await until(async () => (await figure('porchlight_outbox_age_seconds')) > age, 30_000, 'its age did not rise on');
    await system.startNats();
    const free = async (): Promise<boolean> =>
      (await figure('porchlight_outbox_age_seconds')) === 0 && (await figure('porchlight_outbox_waiting')) === 0;
    await until(free, 30_000, 'it still is');
  });
});
