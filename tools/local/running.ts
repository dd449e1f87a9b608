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

  /** Something inside this process to close together with the services. */
  onStop(close: () => Promise<void>): void {
    this.closings.push(close);
  }

  /** Stops everything within 10 s even on a busy machine: services get 4 s to finish, then what they used 2 s. */
  async stop(): Promise<void> {
    this.stopping = true;
    const closed = Promise.all([stopRuns(), ...this.closings.map((close) => close())]);
    await Promise.all([within(4000, closed), this.stopRank(0, 4000)]);
    await this.stopRank(1, 2000);
    this.record.release();
  }

  private async stopRank(rank: number, graceMs: number): Promise<void> {
    const those = this.processes.filter((process) => process.rank === rank);
    await Promise.all(those.map(({ supervised }) => supervised.stop(graceMs)));
  }
}

const within = (timeoutMs: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, timeoutMs))]);
