import { Controller } from '@nestjs/common';
import {
  type DataOf,
  type Envelope,
  invitationAcceptedV1,
  invitationSentV1,
  leadCapturedV1,
  leadDeletedV1,
  letterRequestedV1,
  linkRequestedV1,
  membershipChangedV1,
} from '@porchlight/contracts';
import { type Delivery, MemberCopy, Subscribe } from '@porchlight/messaging';
import { AcceptedNews } from './invitation/accepted-news';
import { CapturedLeadMails } from './lead/captured-lead.mails';
import { DeletedLeads } from './lead/deleted-leads';
import { MailDesk } from './mail/mail.desk';
import type { MailOrder } from './mail/mail-kind';
import { MailQueue } from './mail/mail.queue';
import { Newcomers } from './notice/newcomers';
import { NoticeBoard } from './notice/notice.board';
import { RequestedLinks } from './portal-link/requested-links';

/** Everything that notifications hears from others, in one place. */
@Controller()
export class Subscriptions {
  constructor(
    private readonly desk: MailDesk,
    private readonly queue: MailQueue,
    private readonly members: MemberCopy,
    private readonly newcomers: Newcomers,
    private readonly board: NoticeBoard,
    private readonly acceptedNews: AcceptedNews,
    private readonly leadMails: CapturedLeadMails,
    private readonly deletedLeads: DeletedLeads,
    private readonly requestedLinks: RequestedLinks,
  ) {}

  @Subscribe(invitationSentV1)
  onInvitationSent({ companyId, data }: Envelope<DataOf<typeof invitationSentV1>>, delivery: Delivery) {
    const { invitationId: reference, generation, language } = data;
    return this.order(delivery, companyId, { kind: 'invitation', reference, generation, language });
  }

  @Subscribe(invitationAcceptedV1)
  async onInvitationAccepted({ companyId, data }: Envelope<DataOf<typeof invitationAcceptedV1>>, delivery: Delivery) {
    const { invitationId: reference, generation } = data;
    if (companyId !== null) await this.board.tell(delivery.em, companyId, await this.acceptedNews.of(data));
    return this.order(delivery, companyId, { kind: 'invitation_accepted', reference, generation });
  }

  @Subscribe(letterRequestedV1)
  onLetterRequested({ companyId, data }: Envelope<DataOf<typeof letterRequestedV1>>, delivery: Delivery) {
    return this.order(delivery, companyId, data);
  }

  @Subscribe(linkRequestedV1)
  async onLinkRequested({ data }: Envelope<DataOf<typeof linkRequestedV1>>, delivery: Delivery) {
    const news = this.requestedLinks.newsOf(data);
    if (news) await this.board.tell(delivery.em, data.companyId, news);
    const order = this.requestedLinks.mailFor(data);
    if (order) await this.order(delivery, data.companyId, order);
  }

  @Subscribe(leadCapturedV1)
  async onLeadCaptured({ data }: Envelope<DataOf<typeof leadCapturedV1>>, delivery: Delivery) {
    const { companyId, leadId, clientName, projectType } = data;
    if (await this.deletedLeads.has(delivery.em, companyId, leadId)) return;
    const mails = await this.leadMails.order(delivery.em, companyId, leadId);
    await this.board.tell(delivery.em, companyId, {
      kind: 'lead_captured',
      reference: leadId,
      generation: 1,
      subject: clientName,
      detail: projectType,
      leadId,
    });
    delivery.afterCommit(() => mails.forEach(({ id }) => this.queue.put(id)));
  }

  @Subscribe(leadDeletedV1)
  async onLeadDeleted({ data }: Envelope<DataOf<typeof leadDeletedV1>>, { em }: Delivery) {
    await this.deletedLeads.add(em, data.companyId, data.leadId);
  }

  @Subscribe(membershipChangedV1)
  async onMembershipChanged(
    { aggregateVersion, occurredAt, data }: Envelope<DataOf<typeof membershipChangedV1>>,
    { em }: Delivery,
  ) {
    await this.newcomers.welcome(em, new Date(occurredAt), data);
    await this.members.store(em, aggregateVersion, data);
  }

  private async order(delivery: Delivery, companyId: string | null, order: MailOrder): Promise<void> {
    const mail = await this.desk.take(delivery.em, companyId, order);
    if (mail) delivery.afterCommit(() => this.queue.put(mail.id));
  }
}
