import { schemaOf, type ServiceName } from '@porchlight/contracts';
import { createServer, connect, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../process/free-port';
import type { System } from './system';

/** Longer than anything that a service repeats. */
const settledMs = 5_000;

/** Texts with their values taken out, so that two runs of one statement look alike. */
const normal = (text: string): string => text.replaceAll(/'(?:[^']|'')*'/g, '?').replaceAll(/\b\d+\b/g, '?');

/** Cuts the messages of one PostgreSQL connection's client out of its bytes and gives the statements in them (protocol 3.0). */
class Messages {
  private bytes = Buffer.alloc(0);
  private started = false;

  /** The statements that are complete with these bytes. */
  take(chunk: Buffer): string[] {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    const statements: string[] = [];
    for (;;) {
      // The first message of a connection has no type.
      const head = this.started ? 1 : 0;
      if (this.bytes.length < head + 4) return statements;
      const end = head + this.bytes.readInt32BE(head);
      if (this.bytes.length < end) return statements;
      const type = this.started ? String.fromCharCode(this.bytes.readUInt8(0)) : '';
      const texts = this.bytes.toString('utf8', head + 4, end).split('\0');
      if (type === 'Q') statements.push(texts[0] ?? '');
      if (type === 'P') statements.push(texts[1] ?? '');
      this.bytes = this.bytes.subarray(end);
      this.started = true;
    }
  }
}

/** What was said in one transaction, message by message; a message may hold several statements, each ended by `;`. */
export type HeardTransaction = readonly string[];

/** Stands between a service and PostgreSQL and hears every statement, transaction by transaction. */
export class StatementTap {
  private heard: HeardTransaction[] = [];
  /** What the service says before anybody asks anything: at its start and with each beat. */
  private always: ReadonlySet<string> = new Set();
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  /** Starts a service anew behind a tap. */
  static async before(system: System, service: ServiceName): Promise<StatementTap> {
    const url = new URL(system.postgresUrl(`${schemaOf(service)}_app`));
    const target = { host: url.hostname, port: Number(url.port) };
    const server = createServer();
    const tap = new StatementTap(server);
    server.on('connection', (client) => tap.join(client, connect(target)));
    url.port = String(await freePort());
    url.hostname = '127.0.0.1';
    await new Promise<void>((resolve) => server.listen(Number(url.port), '127.0.0.1', resolve));
    await system.kill(service, 'SIGTERM');
    await system.startService(service, { DATABASE_URL: url.href });
    return tap;
  }

  /** Waits until all was heard that the service says on its own; from then on that is left out. */
  async settle(): Promise<void> {
    await pause(settledMs);
    this.always = new Set(this.heard.map(inOne));
  }

  /** The transactions of the service's own work while `work` ran, but for those that run on their own all the time. */
  async during(work: () => Promise<unknown>): Promise<HeardTransaction[]> {
    this.heard = [];
    await work();
    return this.heard.filter((transaction) => !this.always.has(inOne(transaction)));
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, server: Socket): void {
    const messages = new Messages();
    let open: string[] = [];
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.on('data', (chunk) => {
      for (const statement of messages.take(chunk)) {
        if (/^(begin|start transaction)/i.test(statement)) open = [];
        open.push(normal(statement));
        // Only what goes through `Transactions` sets a scope; the relay speaks for itself.
        const scoped = open.some((text) => text.includes('set_config'));
        if (/(?:^|;\s*)(commit|rollback)$/i.test(statement) && scoped) this.heard.push(open);
      }
    });
    client.pipe(server);
    server.pipe(client);
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  }
}

const inOne = (transaction: HeardTransaction): string => transaction.join(';\n');
