import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import { CONFIG, Log, Transactions } from '@porchlight/platform';
import type { Config } from '../config';
import { Picture } from './picture.entity';
import { PublicFiles } from './public-files';

const hourMs = 60 * 60 * 1000;
const atOnce = 50;

/** Deletes pictures that nobody has shown for an hour; by then no portal in flight can still name them. */
@Injectable()
export class PictureSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly files: PublicFiles,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.wait();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private wait(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.round(), this.config.SWEEP_EVERY_MS).unref();
  }

  private async round(): Promise<void> {
    try {
      while ((await this.sweep()) === atOnce && !this.stopped);
    } catch (error) {
      this.log.warn({ err: error }, 'the sweep of pictures failed');
    }
    this.wait();
  }

  /** The files first: should that fail, their rows are still there to try again by. */
  private sweep(): Promise<number> {
    const longAgo = { $lt: new Date(Date.now() - hourMs) };
    return this.transactions.run({ system: true }, async (em) => {
      const lockMode = LockMode.PESSIMISTIC_PARTIAL_WRITE;
      const pictures = await em.find(Picture, { givenUpAt: longAgo }, { limit: atOnce, lockMode });
      for (const { id, smallId } of pictures) {
        await this.files.drop(id);
        await this.files.drop(smallId);
      }
      em.remove(pictures);
      return pictures.length;
    });
  }
}
