import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import { CONFIG, Log, Transactions } from '@porchlight/platform';
import type { Config } from '../config';
import { LeadFile } from './lead-file.entity';
import { PrivateFiles } from './private-files';

const hourMs = 60 * 60 * 1000;
const atOnce = 50;

/** Clears away files that are nobody's: removed ones, those of deleted leads, and uploads that ended half way. */
@Injectable()
export class FileSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly files: PrivateFiles,
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
      this.log.warn({ err: error }, 'the sweep of files failed');
    }
    this.wait();
  }

  /** The bytes first: should that fail, their rows are still there to try again by. No upload takes an hour. */
  private sweep(): Promise<number> {
    const longAgo = { $lt: new Date(Date.now() - hourMs) };
    return this.transactions.run({ system: true }, async (em) => {
      const lockMode = LockMode.PESSIMISTIC_PARTIAL_WRITE;
      const files = await em.find(LeadFile, { leadId: null, addedAt: longAgo }, { limit: atOnce, lockMode });
      for (const { id } of files) await this.files.drop(id);
      em.remove(files);
      return files.length;
    });
  }
}
