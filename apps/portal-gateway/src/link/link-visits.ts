import { Injectable } from '@nestjs/common';
import { sql, Transactions } from '@porchlight/platform';

/** When a link was last opened by a person: the page says so once a hand has touched it, so a program is no visit. */
@Injectable()
export class LinkVisits {
  constructor(private readonly transactions: Transactions) {}

  /** Kept to the minute, so that who comes and goes writes little. */
  async note(projectId: string, linkId: string): Promise<void> {
    await this.transactions.run({ capabilityId: projectId }, (em) =>
      sql(
        em,
        `update share_link set last_opened_at = now()
         where id = ? and (last_opened_at is null or last_opened_at < now() - interval '1 minute')`,
        [linkId],
      ),
    );
  }
}
