import { Inject, Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import { CONFIG, Log, Rounds, Transactions } from '@porchlight/platform';
import type { Config } from '../config';
import { Picture } from './picture.entity';
import { PublicFiles } from './public-files';

const hourMs = 60 * 60 * 1000;
const atOnce = 50;

/** Deletes pictures that nobody has shown for an hour; by then no portal in flight can still name them. */
@Injectable()
export class PictureSweep extends Rounds {
  constructor(
    @Inject(CONFIG) config: Config,
    private readonly transactions: Transactions,
    private readonly files: PublicFiles,
    log: Log,
  ) {
    super('the sweep of pictures', config.SWEEP_EVERY_MS, log);
  }

  /** The files first: should that fail, their rows are still there to try again by. */
  protected override round(): Promise<boolean> {
    const longAgo = { $lt: new Date(Date.now() - hourMs) };
    return this.transactions.run({ system: true }, async (em) => {
      const lockMode = LockMode.PESSIMISTIC_PARTIAL_WRITE;
      const pictures = await em.find(Picture, { givenUpAt: longAgo }, { limit: atOnce, lockMode });
      for (const { id, smallId } of pictures) {
        await this.files.drop(id);
        await this.files.drop(smallId);
      }
      em.remove(pictures);
      return pictures.length === atOnce;
    });
  }
}
