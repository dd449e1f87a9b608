import { Inject, Injectable } from '@nestjs/common';
import { Leftovers } from '@porchlight/media';
import { CONFIG, Log, Rounds, Transactions } from '@porchlight/platform';
import type { Config } from '../config';
import { Picture } from './picture.entity';
import { PublicFiles } from './public-files';

const hourMs = 60 * 60 * 1000;

/** Deletes pictures that nobody has shown for an hour; by then no portal in flight can still name them. */
@Injectable()
export class PictureSweep extends Rounds {
  private readonly pictures: Leftovers<Picture>;

  constructor(@Inject(CONFIG) config: Config, transactions: Transactions, files: PublicFiles, log: Log) {
    super('the sweep of pictures', config.SWEEP_EVERY_MS, log);
    this.pictures = new Leftovers(transactions, log, {
      find: (em, after, options) => {
        const givenUpAt = { $lt: new Date(Date.now() - hourMs) };
        return em.find(Picture, { givenUpAt, id: { $gt: after } }, options);
      },
      drop: async ({ id, smallId }) => {
        await files.drop(id);
        await files.drop(smallId);
      },
      forget: (em, picture) => void em.remove(picture),
    });
  }

  protected override round(): Promise<boolean> {
    return this.pictures.clear();
  }
}
