import { Inject, Injectable } from '@nestjs/common';
import { Leftovers } from '@porchlight/media';
import { CONFIG, Log, Rounds, Transactions } from '@porchlight/platform';
import type { Config } from '../config';
import { PrivateFiles } from './private-files';
import { ProjectFile } from './project-file.entity';
import { PublicFiles } from './public-files';

const hourMs = 60 * 60 * 1000;
/** Nothing half done takes an hour. */
const longAgo = () => ({ $lt: new Date(Date.now() - hourMs) });

/** Clears away what is nobody's: removed files, uploads and sharings that ended half way, copies of what is unshared. */
@Injectable()
export class FileSweep extends Rounds {
  private readonly copies: Leftovers<ProjectFile>;
  private readonly files: Leftovers<ProjectFile>;

  constructor(
    @Inject(CONFIG) config: Config,
    transactions: Transactions,
    privateFiles: PrivateFiles,
    publicFiles: PublicFiles,
    log: Log,
  ) {
    super('the sweep of files', config.SWEEP_EVERY_MS, log);
    this.copies = new Leftovers(transactions, log, {
      find: (em, after, options) => {
        const since = [{ publicSince: null }, { publicSince: longAgo() }];
        const where = { sharedAt: null, publicId: { $ne: null }, $or: since, id: { $gt: after } };
        return em.find(ProjectFile, where, options);
      },
      drop: async ({ publicIds }) => {
        for (const id of publicIds) await publicFiles.drop(id);
      },
      forget: (_, file) => file.forgetPublic(),
    });
    this.files = new Leftovers(transactions, log, {
      find: (em, after, options) =>
        em.find(ProjectFile, { projectId: null, publicId: null, addedAt: longAgo(), id: { $gt: after } }, options),
      drop: async ({ id, smallId }) => {
        await privateFiles.drop(id);
        await privateFiles.drop(smallId);
      },
      forget: (em, file) => void em.remove(file),
    });
  }

  protected override async round(): Promise<boolean> {
    const more = [await this.copies.clear(), await this.files.clear()];
    return more.includes(true);
  }
}
