import { Inject, Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import { CONFIG, Log, Rounds, Transactions } from '@porchlight/platform';
import type { Config } from '../config';
import { LeadFile } from './lead-file.entity';
import { PrivateFiles } from './private-files';

const hourMs = 60 * 60 * 1000;
const atOnce = 50;

/** Clears away files that are nobody's: removed ones, those of deleted leads, and uploads that ended half way. */
@Injectable()
export class FileSweep extends Rounds {
  constructor(
    @Inject(CONFIG) config: Config,
    private readonly transactions: Transactions,
    private readonly files: PrivateFiles,
    log: Log,
  ) {
    super('the sweep of files', config.SWEEP_EVERY_MS, log);
  }

  /** The bytes first: should that fail, their rows are still there to try again by. No upload takes an hour. */
  protected override round(): Promise<boolean> {
    const longAgo = { $lt: new Date(Date.now() - hourMs) };
    return this.transactions.run({ system: true }, async (em) => {
      const lockMode = LockMode.PESSIMISTIC_PARTIAL_WRITE;
      const files = await em.find(LeadFile, { leadId: null, addedAt: longAgo }, { limit: atOnce, lockMode });
      for (const { id } of files) await this.files.drop(id);
      em.remove(files);
      return files.length === atOnce;
    });
  }
}
