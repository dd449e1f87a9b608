import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CONFIG } from '@porchlight/platform';
import type { Config } from '../config';
import { Mail } from './mail.entity';

/** Takes in what is to be mailed. */
@Injectable()
export class MailDesk {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Writes the row for an invitation's mail, once; null when it is there already. */
  async take(
    em: EntityManager,
    companyId: string | null,
    sent: { invitationId: string; generation: number },
  ): Promise<Mail | null> {
    const { invitationId: reference, generation } = sent;
    if ((await em.count(Mail, { kind: 'invitation', reference, generation })) > 0) return null;
    const mail = Mail.invitation(companyId, reference, generation, this.senderDomain);
    em.persist(mail);
    return mail;
  }

  private get senderDomain(): string {
    return this.config.MAIL_FROM.replace(/^.*@/, '');
  }
}
