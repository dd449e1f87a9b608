import { Inject, Injectable } from '@nestjs/common';
import { Leftovers } from '@porchlight/media';
import { CONFIG, Log, Rounds, Transactions } from '@porchlight/platform';
import type { Config } from '../config';
import { LeadFile } from './lead-file.entity';
import { PrivateFiles } from './private-files';

const hourMs = 60 * 60 * 1000;

/** Clears away files that are nobody's: removed ones, those of deleted leads, and uploads that ended half way. */
@Injectable()
export class FileSweep extends Rounds {
  private readonly files: Leftovers<LeadFile>;

  constructor(@Inject(CONFIG) config: Config, transactions: Transactions, files: PrivateFiles, log: Log) {
    super('the sweep of files', config.SWEEP_EVERY_MS, log);
    this.files = new Leftovers(transactions, log, {
      find: (em, after, options) => {
        // No upload takes an hour.
        const addedAt = { $lt: new Date(Date.now() - hourMs) };
        return em.find(LeadFile, { leadId: null, addedAt, id: { $gt: after } }, options);
      },
      drop: ({ id }) => files.drop(id),
      forget: (em, file) => void em.remove(file),
    });
  }

  protected override round(): Promise<boolean> {
    return this.files.clear();
  }
}
