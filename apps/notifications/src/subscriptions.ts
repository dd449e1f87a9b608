import { Controller } from '@nestjs/common';
import {
  type DataOf,
  type Envelope,
  invitationAcceptedV1,
  invitationSentV1,
  letterRequestedV1,
} from '@porchlight/contracts';
import { type Delivery, Subscribe } from '@porchlight/messaging';
import { MailDesk } from './mail/mail.desk';
import type { MailOrder } from './mail/mail-kind';
import { MailQueue } from './mail/mail.queue';

/** Everything that notifications hears from others, in one place. */
@Controller()
export class Subscriptions {
  constructor(
    private readonly desk: MailDesk,
    private readonly queue: MailQueue,
  ) {}

  @Subscribe(invitationSentV1)
  onInvitationSent({ companyId, data }: Envelope<DataOf<typeof invitationSentV1>>, delivery: Delivery) {
    const { invitationId: reference, generation } = data;
    return this.order(delivery, companyId, { kind: 'invitation', reference, generation });
  }

  @Subscribe(invitationAcceptedV1)
  onInvitationAccepted({ companyId, data }: Envelope<DataOf<typeof invitationAcceptedV1>>, delivery: Delivery) {
    const { invitationId: reference, generation } = data;
    return this.order(delivery, companyId, { kind: 'invitation_accepted', reference, generation });
  }

  @Subscribe(letterRequestedV1)
  onLetterRequested({ companyId, data }: Envelope<DataOf<typeof letterRequestedV1>>, delivery: Delivery) {
    return this.order(delivery, companyId, data);
  }

  private async order(delivery: Delivery, companyId: string | null, order: MailOrder): Promise<void> {
    const mail = await this.desk.take(delivery.em, companyId, order);
    if (mail) delivery.afterCommit(() => this.queue.put(mail.id));
  }
}
