import { Controller } from '@nestjs/common';
import { type DataOf, type Envelope, invitationSentV1 } from '@porchlight/contracts';
import { type Delivery, Subscribe } from '@porchlight/messaging';
import { MailDesk } from './mail/mail.desk';
import { MailQueue } from './mail/mail.queue';

/** Everything that notifications hears from others, in one place. */
@Controller()
export class Subscriptions {
  constructor(
    private readonly desk: MailDesk,
    private readonly queue: MailQueue,
  ) {}

  @Subscribe(invitationSentV1)
  async onInvitationSent({ companyId, data }: Envelope<DataOf<typeof invitationSentV1>>, delivery: Delivery) {
    const mail = await this.desk.take(delivery.em, companyId, data);
    if (mail) delivery.afterCommit(() => this.queue.put(mail.id));
  }
}
