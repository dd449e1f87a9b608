import { Controller } from '@nestjs/common';
import {
  companyChangedV1,
  invitationChangedV1,
  leadConvertedV1,
  membershipChangedV1,
  portalPublishedV1,
  portalRenamedV1,
  type DataOf,
  type Envelope,
} from '@porchlight/contracts';
import { OnDelivered, Subscribe, type Delivery } from '@porchlight/messaging';
import { Companies } from './company/companies';
import { MemberCopies } from './member/member-copies';
import { PublicationChanges } from './project/publication-changes';
import { PublishedProjects } from './project/published-projects';
import { Joining } from './task/joining';
import { Rescheduling } from './task/rescheduling';

/** Everything projects hears from the bus. */
@Controller()
export class Subscriptions {
  constructor(
    private readonly companies: Companies,
    private readonly members: MemberCopies,
    private readonly published: PublishedProjects,
    private readonly publications: PublicationChanges,
    private readonly joining: Joining,
    private readonly rescheduling: Rescheduling,
  ) {}

  @Subscribe(companyChangedV1)
  async onCompanyChanged({ data }: Envelope<DataOf<typeof companyChangedV1>>, { em }: Delivery): Promise<void> {
    await this.companies.store(em, data);
  }

  @OnDelivered(companyChangedV1)
  async onCompanyDelivered({ data }: Envelope<DataOf<typeof companyChangedV1>>): Promise<void> {
    await this.rescheduling.followCalendar(data.companyId);
  }

  @Subscribe(membershipChangedV1)
  async onMembershipChanged(
    { data, aggregateVersion }: Envelope<DataOf<typeof membershipChangedV1>>,
    { em }: Delivery,
  ): Promise<void> {
    await this.members.store(em, aggregateVersion, data);
    await this.joining.onMemberships(em, data);
  }

  @Subscribe(invitationChangedV1)
  async onInvitationChanged({ data }: Envelope<DataOf<typeof invitationChangedV1>>, { em }: Delivery): Promise<void> {
    await this.joining.onInvitation(em, data);
  }

  @Subscribe(portalPublishedV1)
  async onPortalPublished({ data }: Envelope<DataOf<typeof portalPublishedV1>>, { em }: Delivery): Promise<void> {
    await this.published.create(em, data);
  }

  @Subscribe(portalRenamedV1)
  async onPortalRenamed(
    { data, aggregateVersion }: Envelope<DataOf<typeof portalRenamedV1>>,
    { em }: Delivery,
  ): Promise<void> {
    await this.publications.rename(em, data, aggregateVersion);
  }

  @Subscribe(leadConvertedV1)
  async onLeadConverted({ data }: Envelope<DataOf<typeof leadConvertedV1>>, { em }: Delivery): Promise<void> {
    await this.publications.begin(em, data);
  }
}
