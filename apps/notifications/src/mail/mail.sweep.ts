import { Injectable } from '@nestjs/common';
import { Log, Rounds, sql, Transactions } from '@porchlight/platform';
import { MailQueue } from './mail.queue';

const everyMs = 5_000;
/** A due mail whose job was queued longer ago than this is taken to have lost it; a second job does no harm. */
const lostAfterSeconds = 10;
const atOnce = 200;

/** Finds mails that are due and have no job: Redis was emptied, or away, or a worker died. */
@Injectable()
export class MailSweep extends Rounds {
  /** Right after a start every due mail is looked at: whoever sent before may have died on it. */
  private lostAfter = 0;

  constructor(
    private readonly transactions: Transactions,
    private readonly queue: MailQueue,
    log: Log,
  ) {
    super('the sweep for lost mails', everyMs, log);
  }

  protected override async round(): Promise<boolean> {
    const lost = await this.claim(this.lostAfter);
    this.lostAfter = lostAfterSeconds;
    for (const mailId of lost) this.queue.put(mailId);
    return lost.length === atOnce;
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
