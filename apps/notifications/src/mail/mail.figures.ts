import { Injectable } from '@nestjs/common';
import { Scrapes, sql, Transactions } from '@porchlight/platform';
import { mailsOverdue, mailsWaiting } from './metrics';

/** How many mails wait, and for how long: by their rows, as the queue in Redis only says when to look at them. */
@Injectable()
export class MailFigures {
  constructor(
    private readonly transactions: Transactions,
    scrapes: Scrapes,
  ) {
    scrapes.onScrape(() => this.read());
  }

  private async read(): Promise<void> {
    const [row] = await this.transactions.run({ system: true }, (em) =>
      sql<{ waiting: number; overdue: number }>(
        em,
        `select count(*)::int as waiting,
           greatest(coalesce(extract(epoch from now() - min(next_attempt_at)), 0), 0)::float as overdue
         from mail where state = 'queued'`,
      ),
    );
    mailsWaiting.set(row?.waiting ?? 0);
    mailsOverdue.set(row?.overdue ?? 0);
  }
}
