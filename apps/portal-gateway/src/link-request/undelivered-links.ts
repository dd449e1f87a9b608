import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { controlSubjects, undeliveredLinkSchema } from '@porchlight/contracts';
import { Bus } from '@porchlight/messaging';
import { sql, Transactions } from '@porchlight/platform';

/** Any replica can note it. */
const answerers = { queue: 'gateway' };

/** Hears from notifications that the mail with a share link came back, so that its builder reads it at the link. */
@Injectable()
export class UndeliveredLinks implements OnApplicationBootstrap {
  constructor(
    private readonly bus: Bus,
    private readonly transactions: Transactions,
  ) {}

  onApplicationBootstrap(): void {
    this.bus.subscribe(
      controlSubjects.portalLinkUndelivered,
      async (told, reply) => {
        await this.note(undeliveredLinkSchema.parse(told).linkId);
        reply?.({ noted: true });
      },
      answerers,
    );
  }

  private async note(linkId: string): Promise<void> {
    await this.transactions.run({ system: true }, (em) =>
      sql(em, 'update share_link set undelivered_at = now() where id = ?', [linkId]),
    );
  }
}
