import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { Log } from './observe/log';

/** Work that is looked for when the app has started and every so often until it stops: what sweeps are made of. */
export abstract class Rounds implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  protected constructor(
    /** What the log calls it. */
    private readonly name: string,
    private readonly everyMs: number,
    private readonly log: Log,
  ) {}

  /** As much as should be done at once; true where more is waiting. What it throws is logged, and tried again later. */
  protected abstract round(): Promise<boolean>;

  onApplicationBootstrap(): void {
    void this.goRound();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async goRound(): Promise<void> {
    try {
      while (!this.stopped && (await this.round()));
    } catch (error) {
      this.log.warn({ err: error }, `${this.name} failed`);
    }
    if (!this.stopped) this.timer = setTimeout(() => void this.goRound(), this.everyMs).unref();
  }
}
