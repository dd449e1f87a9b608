import { stopRuns, type Child } from '@porchlight/testing';
import { join } from 'node:path';
import { logFile } from './log-file';
import type { RunRecord } from './run-record';
import type { Settings } from './settings';
import { Supervised } from './supervised';

/** All that one start of Porchlight runs, so that it can be stopped in order: what is used outlives its users. */
export class Running {
  private readonly processes: { readonly supervised: Supervised; readonly rank: number }[] = [];
  private readonly closings: (() => Promise<void>)[] = [];
  stopping = false;

  constructor(
    private readonly settings: Settings,
    private readonly record: RunRecord,
    readonly say: (line: string) => void,
  ) {}

  /** Starts a process and keeps it up. Lower ranks stop first: 0 for services, 1 for what they use. */
  async keep(
    name: string,
    rank: number,
    start: (onLine: (line: string) => void, spawned: (child: Child) => void) => Promise<void>,
  ): Promise<Supervised> {
    if (this.stopping) throw new Error('stopping');
    const onLine = logFile(join(this.settings.data, 'logs'), name.toLowerCase());
    const supervised = new Supervised({
      name,
      say: (line) => this.stopping || this.say(line),
      start: (spawned) =>
        start(onLine, (child) => {
          this.record.add(name, child.pid);
          spawned(child);
        }),
    });
    this.processes.push({ supervised, rank });
    await supervised.start();
    return supervised;
  }

  /** Something inside this process to close before any process is stopped. */
  onStop(close: () => Promise<void>): void {
    this.closings.push(close);
  }

  /** Stops everything within 10 s: a service gets 5 s to finish, what it used 3 s. */
  async stop(): Promise<void> {
    this.stopping = true;
    await within(2000, Promise.all([stopRuns(), ...this.closings.map((close) => close())]));
    for (const [rank, graceMs] of [5000, 3000].entries())
      await Promise.all(
        this.processes.filter((process) => process.rank === rank).map(({ supervised }) => supervised.stop(graceMs)),
      );
    this.record.release();
  }
}

const within = (timeoutMs: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, timeoutMs))]);
