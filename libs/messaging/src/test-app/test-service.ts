import { schemaOf, type ServiceName } from '@porchlight/contracts';
import { Child, compileCache, freePort, isReady, until, type System } from '@porchlight/testing';

const file = 'dist/tools/messaging-test-app.js';

/** Creates what the test services write, in the schemas of leads and projects. */
export const prepareTestTables = async (system: System): Promise<void> => {
  const columns = 'seq bigint generated always as identity, type text, aggregate_id uuid, version int, event_id uuid';
  for (const service of ['leads', 'projects'] satisfies ServiceName[])
    for (const table of ['test_effect', 'test_delivered', 'test_change']) {
      await system.sql(service, `create table ${table} (${columns})`);
      await system.sql(service, `grant insert on ${table} to ${schemaOf(service)}_app`);
    }
};

export interface TestServiceOptions {
  env?: Record<string, string>;
  /** `doubled` plants a second handler. */
  fault?: string;
  /** Do not wait until it is ready. */
  impatient?: boolean;
}

/** One process of the test app as `leads` or `projects`. */
export class TestService {
  private constructor(
    private readonly child: Child,
    readonly url: string,
    private readonly metricsUrl: string,
  ) {}

  static async start(system: System, service: ServiceName, options: TestServiceOptions = {}): Promise<TestService> {
    const [port, metricsPort] = [await freePort(), await freePort()];
    const name = schemaOf(service);
    const child = Child.start({
      command: process.execPath,
      args: ['--no-warnings', file, service, ...(options.fault ? [options.fault] : [])],
      env: {
        ...compileCache(process.cwd()),
        NODE_ENV: 'test',
        PORT: `${port}`,
        METRICS_PORT: `${metricsPort}`,
        DATABASE_URL: system.postgresUrl(`${name}_app`),
        DATABASE_SCHEMA: name,
        NATS_URL: system.natsUrl(name),
        PUBLIC_ORIGINS: 'http://localhost:1',
        IDENTITY_JWKS_URL: 'http://localhost:1/jwks',
        ...options.env,
      },
    });
    const started = new TestService(child, `http://127.0.0.1:${port}`, `http://127.0.0.1:${metricsPort}/metrics`);
    if (options.impatient) return started;
    const ready = () => !child.isRunning || isReady(started.url);
    await until(ready, 30_000, () => `${service} did not get ready: ${child.lastWords(20)}`);
    if (!child.isRunning) throw new Error(`${service} ended: ${child.lastWords(20)}`);
    return started;
  }

  get lines(): string[] {
    return this.child.lines;
  }

  get ended(): Promise<string> {
    return this.child.ended;
  }

  /** Posts JSON and gives the answer's; a process that dies meanwhile gives null. */
  async post(path: string, body: unknown): Promise<unknown> {
    const answer = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => null);
    if (answer && answer.status >= 400) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    const text = await answer?.text();
    return text ? JSON.parse(text) : null;
  }

  /** The value of a metric, of the first line that begins so. */
  async metric(name: string): Promise<number | undefined> {
    const text = await (await fetch(this.metricsUrl)).text();
    const line = text.split('\n').find((candidate) => candidate.startsWith(name));
    return line === undefined ? undefined : Number(line.split(' ').at(-1));
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.child.ended;
  }

  stop(): Promise<void> {
    return this.child.stop();
  }
}
