import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CONFIG } from '@porchlight/platform';
import type { Config } from '../config';
import { Mail } from './mail.entity';
import type { MailOrder } from './mail-kind';

/** Takes in what is to be mailed. */
@Injectable()
export class MailDesk {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Writes the row for a mail, once; null when it is there already. `companyId`: for whom it speaks, if for anybody. */
  async take(em: EntityManager, companyId: string | null, order: MailOrder): Promise<Mail | null> {
    const { kind, reference, generation, recipient = null } = order;
    if ((await em.count(Mail, { kind, reference, generation, recipient })) > 0) return null;
    const mail = Mail.due(order, companyId, this.senderDomain);
    em.persist(mail);
    return mail;
  }

  private get senderDomain(): string {
    return this.config.MAIL_FROM.replace(/^.*@/, '');
  }
}
