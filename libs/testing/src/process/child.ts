import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Another user to run as; only root may ask for it. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** What asks it politely to stop. */
  readonly stopSignal?: 'SIGTERM' | 'SIGINT';
  readonly onLine?: (line: string) => void;
}

let deathSignalWorks: boolean | undefined;
/** Where setpriv can, a child gets the stop signal when we die without a word; BusyBox's setpriv cannot. */
const hasDeathSignal = (): boolean =>
  (deathSignalWorks ??= spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true'], { stdio: 'ignore' }).status === 0);

const keptLines = 400;

/** A long-running process of ours: in a group of its own, so that Ctrl-C reaches us alone and we stop things in order. */
export class Child {
  readonly pid: number;
  /** Settles when it has ended, with a word on how. */
  readonly ended: Promise<string>;
  readonly lines: string[] = [];
  private running = true;

  private constructor(
    private readonly process: ChildProcess,
    private readonly options: ChildOptions,
  ) {
    this.pid = process.pid ?? 0;
    this.ended = new Promise((resolve) => {
      process.once('error', (error) => resolve(error.message));
      process.once('close', (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with code ${code}`));
    }).then((how) => {
      this.running = false;
      return String(how);
    });
    for (const stream of [process.stdout, process.stderr])
      if (stream) createInterface({ input: stream }).on('line', (line) => this.keep(line));
  }

  static start(options: ChildOptions): Child {
    const { command, args, env, cwd, user, stopSignal = 'SIGTERM' } = options;
    const common = { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] } satisfies Parameters<
      typeof spawn
    >[2];
    if (!hasDeathSignal()) return new Child(spawn(command, args, { ...common, ...user }), options);
    const as = user ? ['--reuid', `${user.uid}`, '--regid', `${user.gid}`, '--clear-groups'] : [];
    const through = ['--pdeathsig', stopSignal.slice('SIG'.length), ...as, '--', command, ...args];
    return new Child(spawn('setpriv', through, common), options);
  }

  get isRunning(): boolean {
    return this.running;
  }

  /** The last lines it said, for a message about its failure. */
  lastWords(count = 5): string {
    return this.lines.slice(-count).join('\n');
  }

  kill(signal: NodeJS.Signals): void {
    if (this.running) this.process.kill(signal);
  }

  /** Asks it to stop, and makes it after `graceMs`. */
  async stop(graceMs = 4000): Promise<void> {
    this.kill(this.options.stopSignal ?? 'SIGTERM');
    const timer = setTimeout(() => this.kill('SIGKILL'), graceMs);
    await this.ended;
    clearTimeout(timer);
  }

  private keep(line: string): void {
    this.lines.push(line);
    if (this.lines.length > keptLines) this.lines.shift();
    this.options.onLine?.(line);
  }
}
