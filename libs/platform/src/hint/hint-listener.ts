import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { CONFIG, type PlatformConfig } from '../boot/config';
import { Log } from '../observe/log';
import { hintChannel, hintIn, type ToldHint } from './hint';

/** A connection whose other end is gone is noticed by then. */
const pingMs = 10_000;
const retryMs = 1_000;

interface Ears {
  readonly heard: (hint: ToldHint) => void;
  /** From here on hints are missed. */
  readonly lost: () => void;
}

/** One connection per process that hears every hint of the service; opened again when it breaks. */
@Injectable()
export class HintListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private client: Client | undefined;
  private ears: Ears = { heard: () => undefined, lost: () => undefined };
  private retry: NodeJS.Timeout | undefined;
  private ping: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: PlatformConfig,
    private readonly log: Log,
  ) {}

  /** Whether hints are heard just now. */
  get listens(): boolean {
    return this.client !== undefined;
  }

  listen(ears: Ears): void {
    this.ears = ears;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.open();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    clearInterval(this.ping);
    await this.client?.end().catch(() => undefined);
  }

  private async open(): Promise<void> {
    const client = new Client({
      connectionString: this.config.DATABASE_URL,
      application_name: 'hints',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    });
    const broken = (error?: Error) => this.lose(client, error);
    client.on('error', broken);
    client.on('end', () => broken());
    client.on('notification', ({ payload }) => this.hear(payload));
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(hintChannel(this.config))}`);
      this.client = client;
      this.ping = setInterval(() => void client.query('select 1').catch(broken), pingMs).unref();
    } catch (error) {
      broken(error instanceof Error ? error : undefined);
    }
  }

  private lose(client: Client, error?: Error): void {
    if (this.stopped || (this.client && this.client !== client)) return;
    const listened = this.client === client;
    this.client = undefined;
    clearInterval(this.ping);
    if (listened) {
      this.log.warn({ err: error }, 'the connection that hears hints broke and is opened again');
      this.ears.lost();
    }
    void client.end().catch(() => undefined);
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.open(), retryMs).unref();
  }

  private hear(payload: string | undefined): void {
    const told = hintIn(payload);
    if (told) this.ears.heard(told);
  }
}
