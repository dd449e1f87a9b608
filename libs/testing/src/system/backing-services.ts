import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { natsStore, startNats, type Nats } from '../backing/nats';
import { startRedis, type Redis } from '../backing/redis';
import type { TestRun } from '../run/run-file';
import { provisioner } from '@porchlight/installation';
import { withUser } from '../services/environment';
import { provisionBus } from '../services/provision';

/** A system's own NATS and Redis, which tests may stop, wipe and start again on the same ports. */
export class BackingServices {
  private constructor(
    private readonly run: TestRun,
    private readonly folder: string,
    private nats: Nats,
    private redis: Redis,
  ) {}

  static async start(run: TestRun): Promise<BackingServices> {
    const folder = await mkdtemp(join(tmpdir(), 'porchlight-system-'));
    await cp(run.streamsFolder, natsStore(natsFolder(folder)), { recursive: true });
    const [nats, redis] = await Promise.all([natsIn(run, folder), redisIn(run, folder)]);
    return new BackingServices(run, folder, nats, redis);
  }

  get filesFolder(): string {
    return join(this.folder, 'files');
  }

  get natsUrl(): string {
    return this.nats.url;
  }

  get redisUrl(): string {
    return this.redis.url;
  }

  /** Makes streams and durable consumers, as the launcher does every 2 s. */
  provisionBus(): Promise<void> {
    const password = this.run.secrets.busUsers[provisioner] ?? '';
    return provisionBus(this.run.root, withUser(this.nats.url, provisioner, password));
  }

  /** Stops NATS; `wipe` also deletes the JetStream store. */
  async stopNats({ wipe = false } = {}): Promise<void> {
    await this.nats.stop();
    if (wipe) await rm(this.nats.storeFolder, { recursive: true, force: true });
  }

  /** Kills NATS without warning. */
  async killNats(): Promise<void> {
    this.nats.child.kill('SIGKILL');
    await this.nats.child.ended;
  }

  async startNats(): Promise<void> {
    this.nats = await natsIn(this.run, this.folder, this.nats.port);
    await this.provisionBus();
  }

  /** Stops Redis; `wipe` also deletes what it kept. */
  async stopRedis({ wipe = false } = {}): Promise<void> {
    await this.redis.stop();
    if (wipe) await rm(join(this.folder, 'redis'), { recursive: true, force: true });
  }

  async startRedis(): Promise<void> {
    this.redis = await redisIn(this.run, this.folder, this.redis.port);
  }

  async stop(): Promise<void> {
    await Promise.all([this.nats.stop(), this.redis.stop()]);
    await rm(this.folder, { recursive: true, force: true });
  }
}

const natsFolder = (folder: string): string => join(folder, 'nats');

const natsIn = (run: TestRun, folder: string, port?: number): Promise<Nats> =>
  startNats({ folder: natsFolder(folder), cache: run.cache, authorization: run.natsAuthorization, port });

const redisIn = (run: TestRun, folder: string, port?: number): Promise<Redis> =>
  startRedis({ folder: join(folder, 'redis'), cache: run.cache, password: run.secrets.redis, port });
