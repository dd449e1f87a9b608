import { Body, Controller, Post } from '@nestjs/common';
import {
  companyChangedV1,
  invitationChangedV1,
  mailUndeliveredV1,
  membershipChangedV1,
  portalPublishedV1,
  projectChangedV1,
  type DataOf,
  type Envelope,
} from '@porchlight/contracts';
import { Public, Transactions, valid } from '@porchlight/platform';
import { Delivery } from '../consume/delivery';
import { OnDelivered, Subscribe } from '../consume/subscribe';
import { Outbox } from '../outbox/outbox';
import { States } from '../states';
import { changesSchema, fetchSchema, type Changes, type Fetch } from './changes';
import { Effects } from './effects';

@Controller()
export class LeadsSubscriptions {
  constructor(private readonly effects: Effects) {}

  @Subscribe(companyChangedV1)
  async onCompany(): Promise<void> {}

  @Subscribe(invitationChangedV1)
  async onInvitation(): Promise<void> {}

  @Subscribe(mailUndeliveredV1)
  async onUndelivered(): Promise<void> {}

  @Subscribe(membershipChangedV1)
  async onMembership(): Promise<void> {}

  @Subscribe(projectChangedV1)
  async onProject(envelope: Envelope<DataOf<typeof projectChangedV1>>, delivery: Delivery): Promise<void> {
    await this.effects.of(envelope, delivery);
  }

  @OnDelivered(projectChangedV1)
  async afterProject(envelope: Envelope<DataOf<typeof projectChangedV1>>): Promise<void> {
    await this.effects.delivered(envelope);
  }
}

@Controller('test')
@Public()
export class LeadsChanges {
  constructor(
    private readonly outbox: Outbox,
    private readonly effects: Effects,
    private readonly states: States,
    private readonly transactions: Transactions,
  ) {}

  /** Publishes portals, one transaction each. */
  @Post('changes')
  async change(@Body(valid(changesSchema)) changes: Changes): Promise<void> {
    for (const { aggregateId, aggregateVersion, name } of changes) {
      const data = { projectId: aggregateId, companyId, leadId: aggregateId, name, address: null, clientName: null };
      await this.transactions.run({ companyId }, async (em) => {
        await this.effects.change(em, aggregateId, aggregateVersion);
        await this.outbox.add(em, portalPublishedV1, { companyId, aggregateId, aggregateVersion, data });
      });
    }
  }

  @Post('fetch')
  async fetch(@Body(valid(fetchSchema)) { aggregateId }: Fetch): Promise<{ known: boolean }> {
    return { known: await this.states.fetch(projectChangedV1, aggregateId) };
  }
}

const companyId = '01900000-0000-7000-8000-00000000000c';
