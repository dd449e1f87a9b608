import { services as allServices, type ServiceName } from '@porchlight/contracts';
import { join } from 'node:path';
import { Client } from '../client';
import { startEdge, type Edge } from '../edge/edge';
import { freePort } from '../process/free-port';
import { currentRun, type TestRun } from '../run/run-file';
import { natsUrlOf, postgresUrlOf, serviceEnvironment, type Surroundings } from '../services/environment';
import { BackingServices } from './backing-services';
import { CapturedMail } from './captured-mail';
import { TestDatabase } from './database';
import { portalFolder } from './portal-folder';
import { RunningService } from './running-service';

export interface SystemOptions {
  /** Which services to start; all five by default. */
  readonly services?: readonly ServiceName[];
  /** How many gateways; one by default. */
  readonly gateways?: number;
  /** More environment, by service. */
  readonly env?: Partial<Record<ServiceName, Readonly<Record<string, string>>>>;
  /** A database to work on a copy of; otherwise a new one with every schema. */
  readonly database?: string;
  /** Serve the built dashboard at the origin as well. */
  readonly edge?: boolean;
}

/** A whole Porchlight of its own: real processes of the built services on real PostgreSQL, NATS, Redis and SMTP. */
export class System {
  private constructor(
    private readonly parts: {
      readonly run: TestRun;
      readonly surroundings: Surroundings;
      readonly database: TestDatabase;
      readonly edge: Edge;
      readonly processes: readonly RunningService[];
      readonly add: (service: ServiceName) => Promise<RunningService>;
    },
    readonly backing: BackingServices,
    readonly mail: CapturedMail,
  ) {}

  static async start(options: SystemOptions = {}): Promise<System> {
    const run = currentRun();
    const wanted = options.services ?? allServices;
    for (const service of wanted) if (run.unmigrated[service]) throw new Error(run.unmigrated[service]);
    const mail = new CapturedMail();
    const [database, backing, smtpUrl] = await Promise.all([
      TestDatabase.create(run.postgresUrl, options.database),
      BackingServices.start(run),
      mail.start(),
    ]);
    const processes: RunningService[] = [];
    const first = (service: ServiceName): RunningService | undefined =>
      processes.find((process) => process.service === service && process.takesRequests) ??
      processes.find((process) => process.service === service);
    const edge = await startEdge({
      port: await freePort(),
      addressOf: (service) => first(service)?.url,
      ...(options.edge && { dashboardFolder: join(run.root, 'dist/apps/dashboard/browser') }),
    });
    const surroundings: Surroundings = {
      postgresUrl: database.url,
      natsUrl: backing.natsUrl,
      redisUrl: backing.redisUrl,
      smtpUrl,
      origins: [edge.origin],
      // Whichever process of identity there is; one of its own would be missed with it.
      identityUrl: edge.origin,
      portalFolder: await portalFolder(run.root),
      filesFolder: backing.filesFolder,
      secrets: run.secrets,
      extra: { NODE_ENV: 'test' },
    };
    const add = async (service: ServiceName): Promise<RunningService> => {
      const environment = (ports: { http: number; metrics: number }): Record<string, string> => ({
        ...serviceEnvironment(service, surroundings, ports),
        ...options.env?.[service],
      });
      const added = await RunningService.create(run.root, service, environment);
      processes.push(added);
      return added;
    };
    for (const service of wanted)
      for (let copy = 0; copy < (service === 'portal-gateway' ? (options.gateways ?? 1) : 1); copy++)
        await add(service);
    const system = new System({ run, surroundings, database, edge, processes, add }, backing, mail);
    try {
      await Promise.all(processes.map((process) => process.start()));
    } catch (error) {
      await system.stop();
      throw error;
    }
    return system;
  }

  /** The one origin before all services (and with `edge` the dashboard). */
  get origin(): string {
    return this.parts.edge.origin;
  }

  /** Somebody new at the origin. */
  client(): Client {
    return new Client(this.origin);
  }

  /** Every process of the gateway. */
  get gateways(): readonly RunningService[] {
    return this.parts.processes.filter(({ service }) => service === 'portal-gateway');
  }

  /** The process of a service; of the gateway the first. */
  process(service: ServiceName): RunningService {
    const found = this.parts.processes.find((process) => process.service === service);
    if (!found) throw new Error(`${service} is not part of this system`);
    return found;
  }

  /** Where a service listens itself, without the edge. */
  url(service: ServiceName): string {
    return this.process(service).url;
  }

  /** Every line a service said. */
  logs(service: ServiceName): string[] {
    return this.parts.processes.filter((process) => process.service === service).flatMap(({ logs }) => logs);
  }

  /** Runs a statement as superuser, past row-level security, with the service's schema in front (`$1` placeholders). */
  sql<Row extends object = Record<string, unknown>>(
    service: ServiceName,
    text: string,
    params: readonly unknown[] = [],
  ): Promise<Row[]> {
    return this.parts.database.sql<Row>(service, text, params);
  }

  /** NATS as one of its users: a schema's name, or `provision`. */
  natsUrl(user: string): string {
    return natsUrlOf(this.parts.surroundings, user);
  }

  /** PostgreSQL as one of its roles, e.g. `gateway_app`; as superuser without one. */
  postgresUrl(role?: string): string {
    return role ? postgresUrlOf(this.parts.surroundings, role) : this.parts.database.url;
  }

  get redisUrl(): string {
    return this.parts.surroundings.redisUrl;
  }

  /** Where services keep files: `private/` and `public/` in it. */
  get filesFolder(): string {
    return this.parts.surroundings.filesFolder;
  }

  kill(service: ServiceName, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    return this.process(service).kill(signal);
  }

  /** Starts a service again after it ended, with more environment if wished. */
  startService(service: ServiceName, env?: Readonly<Record<string, string>>): Promise<void> {
    return this.process(service).start(env);
  }

  stopNats(options?: { wipe?: boolean }): Promise<void> {
    return this.backing.stopNats(options);
  }

  startNats(): Promise<void> {
    return this.backing.startNats();
  }

  /** One more process of a service, ready; requests reach it once the others are gone or forgotten. */
  async startAnother(service: ServiceName): Promise<RunningService> {
    const another = await this.parts.add(service);
    await another.start();
    return another;
  }

  /** Stops everything and deletes its data. */
  async stop(): Promise<void> {
    const { edge, processes, database } = this.parts;
    await edge.stop();
    await Promise.all(processes.map((process) => process.stop()));
    await Promise.all([this.backing.stop(), this.mail.stop(), database.drop()]);
  }
}

/** Starts a whole system for a test; `stop()` it in `afterAll`. */
export const startSystem = (options?: SystemOptions): Promise<System> => System.start(options);
