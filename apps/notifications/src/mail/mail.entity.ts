import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import type { Tongue } from '../letter/tongue';
import type { MailKind, MailOrder } from './mail-kind';
import { type Fault, pauseAfter } from './retry';

export type MailState = 'queued' | 'sent' | 'failed' | 'skipped';

const MailSchema = defineEntity({
  name: 'Mail',
  tableName: 'mail',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid().nullable().strictNullable(),
    kind: p.text().$type<MailKind>(),
    /** What the mail is about: the id of an invitation, of a request, of a person… */
    reference: p.uuid(),
    /** …and which of its successive mails. */
    generation: p.integer(),
    /** The person it goes to, where several get one; otherwise what it is about says to whom. */
    recipient: p.uuid().nullable().strictNullable(),
    /** The language it was asked for in, until it has ended. */
    language: p.text().$type<Tongue>().nullable().strictNullable(),
    state: p.text().$type<MailState>(),
    attempts: p.integer(),
    /** The last fault's code; never a text, which might quote an address. */
    fault: p.text().nullable().strictNullable(),
    /** The Message-ID header: the same at every attempt, so that a second copy is seen to be one. */
    messageId: p.text(),
    nextAttemptAt: p.datetime(),
    /** When a job for it was last put on the queue; Redis may have lost it since. */
    enqueuedAt: p.datetime(),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable().strictNullable(),
  },
});

/** One mail to one person. This row is the truth; the queue only says when to look at it. */
export class Mail extends MailSchema.class {
  static due(order: MailOrder, companyId: string | null, senderDomain: string): Mail {
    const mail = new Mail();
    mail.id = v7();
    mail.companyId = companyId;
    mail.kind = order.kind;
    mail.reference = order.reference;
    mail.generation = order.generation;
    mail.recipient = order.recipient ?? null;
    mail.language = order.language ?? null;
    mail.state = 'queued';
    mail.attempts = 0;
    mail.fault = null;
    mail.messageId = `<${mail.id}@${senderDomain}>`;
    mail.createdAt = new Date();
    mail.nextAttemptAt = mail.createdAt;
    mail.enqueuedAt = mail.createdAt;
    mail.endedAt = null;
    return mail;
  }

  isDue(now: Date): boolean {
    return this.state === 'queued' && this.nextAttemptAt <= now;
  }

  /** The server has taken it, or it turned out that nobody should get it. */
  end(state: 'sent' | 'skipped'): void {
    this.state = state;
    this.attempts += 1;
    this.fault = null;
    this.endedAt = new Date();
    this.language = null;
  }

  /** Later again, or never: after a permanent fault or too many tries. Gives the pause in milliseconds. */
  miss(fault: Fault, now: Date): number | null {
    this.attempts += 1;
    this.fault = fault.name;
    const pause = fault.permanent ? null : pauseAfter(this.attempts);
    if (pause === null) {
      this.state = 'failed';
      this.endedAt = now;
      this.language = null;
      return null;
    }
    this.nextAttemptAt = new Date(now.getTime() + pause);
    this.enqueuedAt = this.nextAttemptAt;
    return pause;
  }
}
MailSchema.setClass(Mail);
