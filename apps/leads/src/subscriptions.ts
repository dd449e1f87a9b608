import { Controller } from '@nestjs/common';
import { Answer, type Delivery, MemberCopy, Subscribe } from '@porchlight/messaging';
import {
  askBrand,
  askCapturedLead,
  askPublishedPortal,
  type QuestionOf,
  companyChangedV1,
  type DataOf,
  type Envelope,
  invitationChangedV1,
  mailUndeliveredV1,
  membershipChangedV1,
  projectChangedV1,
} from '@porchlight/contracts';
import { BrandService } from './brand/brand.service';
import { CapturedMail } from './capture/sending/captured-mail';
import { CompanyCopy } from './company/company.copy';
import { InvitationCopy } from './invitation/invitation-copy';
import { PublishingService } from './lead/publishing.service';
import { ProjectPortals } from './portal/project-portals';
import { Shells } from './portal/shells';

/** Everything that leads hears from others, in one place. */
@Controller()
export class Subscriptions {
  constructor(
    private readonly members: MemberCopy,
    private readonly companies: CompanyCopy,
    private readonly invitations: InvitationCopy,
    private readonly portals: ProjectPortals,
    private readonly shells: Shells,
    private readonly brands: BrandService,
    private readonly publishing: PublishingService,
    private readonly capturedMail: CapturedMail,
  ) {}

  @Subscribe(membershipChangedV1)
  async onMembershipChanged(
    { aggregateVersion, data }: Envelope<DataOf<typeof membershipChangedV1>>,
    { em }: Delivery,
  ) {
    await this.members.store(em, aggregateVersion, data);
    await this.invitations.membersChanged(em, data.personId);
  }

  @Subscribe(invitationChangedV1)
  async onInvitationChanged({ data }: Envelope<DataOf<typeof invitationChangedV1>>, delivery: Delivery) {
    await this.invitations.store(delivery, data);
  }

  @Subscribe(mailUndeliveredV1)
  async onMailUndelivered({ data }: Envelope<DataOf<typeof mailUndeliveredV1>>, delivery: Delivery) {
    await this.invitations.undelivered(delivery, data);
  }

  @Subscribe(companyChangedV1)
  async onCompanyChanged({ data }: Envelope<DataOf<typeof companyChangedV1>>, { em }: Delivery) {
    await this.shells.refreshAll(em, await this.companies.store(em, data));
  }

  @Subscribe(projectChangedV1)
  async onProjectChanged({ data }: Envelope<DataOf<typeof projectChangedV1>>, { em }: Delivery) {
    await this.portals.follow(em, data);
  }

  @Answer(askBrand)
  brand({ companyId }: QuestionOf<typeof askBrand>) {
    return this.brands.forMails(companyId);
  }

  @Answer(askCapturedLead)
  async capturedLead({ leadId }: QuestionOf<typeof askCapturedLead>) {
    return this.capturedMail.about(leadId);
  }

  @Answer(askPublishedPortal)
  async publishedPortal({ projectId }: QuestionOf<typeof askPublishedPortal>) {
    return { published: await this.publishing.published(projectId) };
  }
}
