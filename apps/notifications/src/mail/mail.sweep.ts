import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Log, sql, Transactions } from '@porchlight/platform';
import { MailQueue } from './mail.queue';

const everyMs = 5_000;
/** A due mail whose job was queued longer ago than this is taken to have lost it; a second job does no harm. */
const lostAfterSeconds = 10;
const atOnce = 200;

/** Finds mails that are due and have no job: Redis was emptied, or away, or a worker died. */
@Injectable()
export class MailSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly queue: MailQueue,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    // Right after a start every due mail is looked at: whoever sent before may have died on it.
    void this.round(0);
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async round(lostAfter: number): Promise<void> {
    try {
      for (const mailId of await this.claim(lostAfter)) this.queue.put(mailId);
    } catch (error) {
      this.log.warn({ err: error }, 'the sweep for lost mails failed');
    }
    if (!this.stopped) this.timer = setTimeout(() => void this.round(lostAfterSeconds), everyMs);
  }

  /** Rows that a worker holds are passed over: they are being sent. */
  private async claim(lostAfter: number): Promise<string[]> {
    const claimed = await this.transactions.run({ system: true }, (em) =>
      sql<{ id: string }>(
        em,
        `update mail set enqueued_at = now() where id in (
           select id from mail
           where state = 'queued' and next_attempt_at <= now() and enqueued_at <= now() - make_interval(secs => ?)
           order by next_attempt_at limit ? for update skip locked
         ) returning id`,
        [lostAfter, atOnce],
      ),
    );
    return claimed.map(({ id }) => id);
  }
}
