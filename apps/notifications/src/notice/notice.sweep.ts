import { Injectable } from '@nestjs/common';
import { Log, Rounds, sql, Transactions } from '@porchlight/platform';

const everyMs = 3_600_000;
const keptDays = 90;
const atOnce = 5_000;

/** Takes down notices that are old: what they tell of is dealt with by now. */
@Injectable()
export class NoticeSweep extends Rounds {
  constructor(
    private readonly transactions: Transactions,
    log: Log,
  ) {
    super('the sweep for old notices', everyMs, log);
  }

  protected override round(): Promise<boolean> {
    return this.transactions.run({ system: true }, async (em) => {
      const old = await sql(
        em,
        `delete from notice where id in (
           select id from notice where at < now() - make_interval(days => ?) order by at limit ?
         ) returning id`,
        [keptDays, atOnce],
      );
      // By then the news of such a lead is too old for the inbox.
      await sql(em, 'delete from deleted_lead where deleted_at < now() - make_interval(days => ?)', [keptDays]);
      return old.length === atOnce;
    });
  }
}
