import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { mailUndeliveredV1 } from '@porchlight/contracts';
import { Outbox } from '@porchlight/messaging';
import { NoticeBoard } from '../notice/notice.board';
import type { Mail } from './mail.entity';
import type { About } from './smtp';

/** Tells that a mail will never arrive: the other services by an event, the staff by the bell. Neither names an address. */
@Injectable()
export class Undelivered {
  constructor(
    private readonly outbox: Outbox,
    private readonly board: NoticeBoard,
  ) {}

  /** In the transaction that gives the mail up. `about`: what it would have said, where it came to be written. */
  async tell(em: EntityManager, mail: Mail, about: About | undefined): Promise<void> {
    const { companyId, kind, reference, generation } = mail;
    if (kind !== 'invitation' || companyId === null) return;
    const data = { companyId, kind, reference, generation };
    await this.outbox.add(em, mailUndeliveredV1, {
      companyId,
      aggregateId: reference,
      aggregateVersion: generation,
      data,
    });
    const { subject = 'somebody invited', detail = null, projectId = null } = about ?? {};
    await this.board.tell(em, companyId, {
      kind: 'mail_undelivered',
      reference,
      generation,
      subject,
      detail,
      projectId,
    });
  }
}
