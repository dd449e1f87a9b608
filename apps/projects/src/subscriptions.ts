import { Controller } from '@nestjs/common';
import {
  companyChangedV1,
  membershipChangedV1,
  portalPublishedV1,
  type DataOf,
  type Envelope,
} from '@porchlight/contracts';
import { Subscribe, type Delivery } from '@porchlight/messaging';
import { Companies } from './company/companies';
import { MemberCopies } from './member/member-copies';
import { PublishedProjects } from './project/published-projects';

/** Everything projects hears from the bus. */
@Controller()
export class Subscriptions {
  constructor(
    private readonly companies: Companies,
    private readonly members: MemberCopies,
    private readonly published: PublishedProjects,
  ) {}

  @Subscribe(companyChangedV1)
  async onCompanyChanged({ data }: Envelope<DataOf<typeof companyChangedV1>>, { em }: Delivery): Promise<void> {
    await this.companies.store(em, data);
  }

  @Subscribe(membershipChangedV1)
  async onMembershipChanged(
    { data, aggregateVersion }: Envelope<DataOf<typeof membershipChangedV1>>,
    { em }: Delivery,
  ): Promise<void> {
    await this.members.store(em, aggregateVersion, data);
  }

  @Subscribe(portalPublishedV1)
  async onPortalPublished({ data }: Envelope<DataOf<typeof portalPublishedV1>>, { em }: Delivery): Promise<void> {
    await this.published.create(em, data);
  }
}
