import type { ServiceName } from '@porchlight/contracts';
import { type Child } from '../process/child';
import { freePort } from '../process/free-port';
import { until } from '../process/until';
import { isReady, startService } from '../services/service-process';

const readyWithinMs = 60_000;

/** One process of a service, on ports that stay its own while it is killed and started again. */
export class RunningService {
  private child: Child | null = null;
  private leaving = false;
  private readonly earlierLines: string[] = [];

  private constructor(
    private readonly root: string,
    readonly service: ServiceName,
    private readonly environment: (ports: { http: number; metrics: number }) => Record<string, string>,
    private readonly ports: { http: number; metrics: number },
  ) {}

  static async create(
    root: string,
    service: ServiceName,
    environment: (ports: { http: number; metrics: number }) => Record<string, string>,
  ): Promise<RunningService> {
    const ports = { http: await freePort(), metrics: await freePort() };
    return new RunningService(root, service, environment, ports);
  }

  get url(): string {
    return `http://127.0.0.1:${this.ports.http}`;
  }

  get metricsUrl(): string {
    return `http://127.0.0.1:${this.ports.metrics}/metrics`;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.child?.isRunning ?? false;
  }

  /** Whether a proxy would send it new requests. */
  get takesRequests(): boolean {
    return this.isRunning && !this.leaving;
  }

  /** Proxies forget it; it goes on with what it was sent. */
  forget(): void {
    this.leaving = true;
  }

  /** Settles when the process of now has ended, e.g. at a crash point. */
  get ended(): Promise<string> {
    return this.child?.ended ?? Promise.resolve('it was never started');
  }

  /** Every line it said, over all its lives. */
  get logs(): string[] {
    return [...this.earlierLines, ...(this.child?.lines ?? [])];
  }

  /** Starts the process; with `ready: false` without waiting until it serves, with `bundle` from another file. */
  async start(
    env: Readonly<Record<string, string>> = {},
    { ready = true, bundle }: { ready?: boolean; bundle?: string } = {},
  ): Promise<void> {
    if (this.isRunning) throw new Error(`${this.service} is running`);
    this.earlierLines.push(...(this.child?.lines ?? []));
    const child = startService(
      this.root,
      this.service,
      { ...this.environment(this.ports), ...env },
      { ...(bundle && { bundle }) },
    );
    this.child = child;
    this.leaving = false;
    if (!ready) return;
    const words = (): string => `${this.service} did not get ready:\n${child.lastWords(40)}`;
    await until(() => !child.isRunning || isReady(this.url), readyWithinMs, words);
    if (!child.isRunning) throw new Error(words());
  }

  /** Sends a signal; one that ends it is waited for. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    this.child?.kill(signal);
    if (signal === 'SIGKILL' || signal === 'SIGTERM') await this.child?.ended;
  }

  async stop(): Promise<void> {
    await this.child?.stop();
  }
}
