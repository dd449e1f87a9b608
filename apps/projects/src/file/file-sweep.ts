import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, type FilterQuery, LockMode } from '@mikro-orm/postgresql';
import { CONFIG, Log, Rounds, Transactions } from '@porchlight/platform';
import type { Config } from '../config';
import { PrivateFiles } from './private-files';
import { ProjectFile } from './project-file.entity';
import { PublicFiles } from './public-files';

const hourMs = 60 * 60 * 1000;
const atOnce = 50;

/** Clears away what is nobody's: removed files, uploads and sharings that ended half way, copies of what is unshared. */
@Injectable()
export class FileSweep extends Rounds {
  constructor(
    @Inject(CONFIG) config: Config,
    private readonly transactions: Transactions,
    private readonly privateFiles: PrivateFiles,
    private readonly publicFiles: PublicFiles,
    log: Log,
  ) {
    super('the sweep of files', config.SWEEP_EVERY_MS, log);
  }

  /** The bytes first: should that fail, their rows are still there to try again by. Nothing half done takes an hour. */
  protected override round(): Promise<boolean> {
    const longAgo = { $lt: new Date(Date.now() - hourMs) };
    return this.transactions.run({ system: true }, async (em) => {
      const unshared = await held(em, { sharedAt: null, publicSince: longAgo });
      for (const file of unshared) {
        for (const id of file.publicIds) await this.publicFiles.drop(id);
        file.forgetPublic();
      }
      await em.flush();
      const left = await held(em, { projectId: null, publicSince: null, addedAt: longAgo });
      for (const { id, smallId } of left) {
        await this.privateFiles.drop(id);
        await this.privateFiles.drop(smallId);
      }
      em.remove(left);
      return unshared.length === atOnce || left.length === atOnce;
    });
  }
}

/** What somebody else holds is looked at in the next round. */
const held = (em: EntityManager, where: FilterQuery<ProjectFile>): Promise<ProjectFile[]> =>
  em.find(ProjectFile, where, { limit: atOnce, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE });
