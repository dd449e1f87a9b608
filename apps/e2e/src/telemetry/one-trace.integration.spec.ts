import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { services } from '@porchlight/contracts';
import { publishAgain, startSystem, until, type Client, type System } from '@porchlight/testing';
import { findSecrets } from '../privacy/decode';
import { Viewer } from '../privacy/viewer';
import { Collector, type CollectedSpan } from './collector';

const clicked = '4bf92f3577b34da6a3ce929d0e0e4736';
const click = (trace = clicked): Record<string, string> => ({ traceparent: `00-${trace}-00f067aa0ba902b7-01` });
const holder = 'anna@home.example';

/** What a person at the dashboard starts, followed through every process until a homeowner's socket has it. */
describe('one trace', () => {
  let collector: Collector;
  let system: System;
  let owner: Client;
  let viewer: Viewer;
  let projectId: string;
  let token: string;

  const spansOf = (trace: string): CollectedSpan[] => collector.spans.filter(({ traceId }) => traceId === trace);
  const names = (trace: string): string[] => spansOf(trace).map(({ service, name }) => `${service}: ${name}`);
  const rename = async (name: string, trace?: string): Promise<void> => {
    const project = await owner.get(`/api/projects/${projectId}`);
    const reply = await owner.patch(
      `/api/projects/${projectId}?by=${holder}`,
      { name },
      {
        ifMatch: project.body.version,
        headers: click(trace),
      },
    );
    expect(reply.status).toBe(200);
  };

  beforeAll(async () => {
    collector = await Collector.start();
    const told = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
    system = await startSystem({ env: Object.fromEntries(services.map((service) => [service, told])) });
    owner = system.client();
    await owner.register();
    projectId = (await owner.post('/api/projects', { name: 'Maple Street' })).body.id;
    const link = (await owner.post(`/api/portal/${projectId}/links`, { label: 'Anna', email: holder })).body;
    token = new URL(link.url).searchParams.get('token') ?? '';
    viewer = new Viewer(system, projectId);
    await viewer.open(link.url);
    await viewer.watch();
  });
  afterAll(async () => {
    viewer?.close();
    await system?.stop();
    await collector?.stop();
  });

  it('goes from the request over the outbox and every consumer to the frame on the socket', async () => {
    const before = viewer.frames.length;
    await rename('Maple Street 12');
    await until(() => viewer.frames.length > before, 20_000, 'no frame came');
    const whole = [
      'projects: PATCH /api/projects/:id',
      'projects: publish projects.project.changed.v1',
      'projects: publish portal.fact.project.v1',
      'leads: apply projects.project.changed.v1',
      'portal-gateway: apply portal.fact.project.v1',
      'portal-gateway: push a view',
    ];
    await until(
      () => whole.every((one) => names(clicked).includes(one)),
      20_000,
      () => names(clicked).join('\n'),
    );
    const push = spansOf(clicked).find(({ name }) => name === 'push a view');
    expect(push?.attributes['porchlight.screens']).toBe(1);
  });

  it('knows who asked whom', async () => {
    const answered = (): boolean =>
      collector.spans.some((ask) =>
        collector.spans.some(
          (answer) =>
            ask.name.startsWith('ask ') &&
            answer.name === ask.name.replace('ask', 'answer') &&
            answer.parentSpanId === ask.spanId &&
            answer.traceId === ask.traceId &&
            answer.service !== ask.service,
        ),
      );
    await until(answered, 20_000, () => collector.spans.map(({ name }) => name).join('\n'));
  });

  it('stands in the lines of the log', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const [row] = await system.sql<{ envelope: string }>(
      'projects',
      `select envelope from outbox where type = 'portal.fact.project.v1' order by seq desc limit 1`,
    );
    const envelope = JSON.parse(row?.envelope ?? '{}');
    const strange = { ...envelope, aggregateVersion: envelope.aggregateVersion + 1, ...click(trace) };
    strange.data.unknown = 'a key that no schema has';
    await publishAgain(system, 'projects', [{ type: envelope.type, envelope: JSON.stringify(strange) }]);
    const line = () => system.logs('portal-gateway').find((text) => text.includes('unknown keys were dropped'));
    expect(JSON.parse(await until(line, 20_000, 'nothing was logged'))).toMatchObject({ traceId: trace });
  });

  it('begins anew where what came with the request names none', async () => {
    const garbled = { traceparent: `00-${token}-${holder}-01`, tracestate: `who=${holder}` };
    await owner.get('/api/projects', { headers: garbled });
    const span = await until(
      () => collector.spans.find(({ name }) => name === 'GET /api/projects'),
      20_000,
      'the request was not traced',
    );
    expect(span.parentSpanId).toBeUndefined();
  });

  it('holds no address, no token and no query (P5)', async () => {
    const secrets = { token, holder, owner: owner.email, bearer: owner.accessToken ?? '', title: 'Maple Street 12' };
    const places = collector.bodies.map((text, index) => ({ where: `export ${index}`, text }));
    expect(findSecrets(secrets, places)).toEqual([]);
    expect(findSecrets({ projectId }, places)).toEqual([]);
    expect(collector.bodies.join()).not.toContain('by=');
  });
});
