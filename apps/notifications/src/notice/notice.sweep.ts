import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Log, sql, Transactions } from '@porchlight/platform';

const everyMs = 3_600_000;
const keptDays = 90;
const atOnce = 5_000;

/** Takes down notices that are old: what they tell of is dealt with by now. */
@Injectable()
export class NoticeSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    void this.round();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async round(): Promise<void> {
    try {
      await this.transactions.run({ system: true }, async (em) => {
        await sql(
          em,
          `delete from notice where id in (
             select id from notice where at < now() - make_interval(days => ?) order by at limit ?
           )`,
          [keptDays, atOnce],
        );
        // By then the news of such a lead is too old for the inbox.
        await sql(em, 'delete from deleted_lead where deleted_at < now() - make_interval(days => ?)', [keptDays]);
      });
    } catch (error) {
      this.log.warn({ err: error }, 'the sweep for old notices failed');
    }
    if (!this.stopped) this.timer = setTimeout(() => void this.round(), everyMs).unref();
  }
}
