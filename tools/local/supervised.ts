import type { Child } from '@porchlight/testing';
import { setTimeout as pause } from 'node:timers/promises';

export interface SupervisedOptions {
  /** As the user reads it. */
  readonly name: string;
  /** Starts the process, hands it over as soon as there is one, and settles when it serves. */
  readonly start: (spawned: (child: Child) => void) => Promise<void>;
  readonly say: (line: string) => void;
}

const shortestPauseMs = 250;
const longestPauseMs = 10_000;
/** A process that lived this long was well; its next end starts over with a short pause. */
const wellAfterMs = 30_000;

/** A process that is started again whenever it ends, after growing pauses, until it is stopped. */
export class Supervised {
  private child: Child | null = null;
  private stopping = false;
  private pauseMs = shortestPauseMs;

  constructor(private readonly options: SupervisedOptions) {}

  get isRunning(): boolean {
    return this.child?.isRunning ?? false;
  }

  /** Starts it the first time; a fault here is the caller's to tell. */
  async start(): Promise<void> {
    await this.startOnce();
    void this.keep();
  }

  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    await this.child?.stop(graceMs);
  }

  private startOnce(): Promise<void> {
    return this.options.start((child) => {
      this.child = child;
      if (this.stopping) child.kill('SIGKILL');
    });
  }

  private async keep(): Promise<void> {
    while (!this.stopping) {
      const startedAt = performance.now();
      const how = await this.child?.ended;
      if (this.stopping) return;
      if (performance.now() - startedAt > wellAfterMs) this.pauseMs = shortestPauseMs;
      this.options.say(`${this.options.name} ${how}; starting it again.`);
      await this.startAgain();
    }
  }

  private async startAgain(): Promise<void> {
    while (!this.stopping) {
      await pause(this.pauseMs);
      this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
      if (this.stopping) return;
      try {
        await this.startOnce();
        return this.options.say(`${this.options.name} is back.`);
      } catch (error) {
        await this.child?.stop(0);
        if (!this.stopping) this.options.say(error instanceof Error ? error.message : String(error));
      }
    }
  }
}
