import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import { Log, Transactions } from '@porchlight/platform';
import { Mail } from './mail.entity';
import { MailQueue } from './mail.queue';
import { countMail } from './metrics';
import { faultOf } from './retry';
import { type Letter, Smtp } from './smtp';
import { NoticeBoard } from '../notice/notice.board';
import { Undelivered } from './undelivered';
import type { ToldInstead } from './writer';
import { Writers } from './writers';

type Written = Letter | ToldInstead | null;
const isLetter = (written: Written): written is Letter => written !== null && 'to' in written;

/** Sends a mail by its row. */
@Injectable()
export class MailSender {
  constructor(
    private readonly transactions: Transactions,
    private readonly writers: Writers,
    private readonly smtp: Smtp,
    private readonly queue: MailQueue,
    private readonly undelivered: Undelivered,
    private readonly board: NoticeBoard,
    private readonly log: Log,
  ) {}

  /**
   * Holds the row's lock from before the sending until its outcome is committed: no two workers send the same mail, and
   * one that dies lets go at once. Only death between the server's 250 and the commit can send twice.
   * A row that is held by another, over, or not due is left alone.
   */
  async deliver(mailId: string): Promise<void> {
    await this.transactions.run({ system: true }, async (em) => {
      const mail = await em.findOne(Mail, mailId, { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE });
      if (!mail?.isDue(new Date())) return;
      const { pause, written } = await this.attempt(mail);
      if (mail.state === 'failed') await this.undelivered.tell(em, mail, isLetter(written) ? written.about : undefined);
      if (written && !isLetter(written) && mail.companyId !== null)
        await this.board.tell(em, mail.companyId, written.toldInstead);
      countMail(mail.kind, mail.state === 'queued' ? 'postponed' : mail.state);
      if (pause !== null) this.transactions.afterCommit(em, () => this.queue.put(mail.id, pause));
    });
  }

  /** One try; gives what was written, if it came to that, and the pause until the next try in milliseconds, or null when there will be none. */
  private async attempt(mail: Mail): Promise<{ pause: number | null; written: Written }> {
    const { id: mailId } = mail;
    let written: Written = null;
    try {
      written = await this.writers.write(mail);
      if (isLetter(written)) await this.smtp.send(mail.messageId, written);
      mail.end(isLetter(written) ? 'sent' : 'skipped');
      this.log.info({ mailId, state: mail.state, attempts: mail.attempts }, 'mail');
      return { pause: null, written };
    } catch (error) {
      const fault = faultOf(error);
      const pause = mail.miss(fault, new Date());
      this.log.warn({ mailId, state: mail.state, attempts: mail.attempts, fault: fault.name, pause }, 'mail not sent');
      return { pause, written };
    }
  }
}
