import { Body, Controller, Get, Param, Post, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  companyChangedV1,
  invitationChangedV1,
  leadConvertedV1,
  membershipChangedV1,
  portalPublishedV1,
  portalRenamedV1,
  projectChangedV1,
  type DataOf,
  type Envelope,
} from '@porchlight/contracts';
import { EndedSessions, Public, Transactions, valid } from '@porchlight/platform';
import { StateSources } from '../ask/state-sources';
import { Delivery } from '../consume/delivery';
import { Subscribe } from '../consume/subscribe';
import { Outbox } from '../outbox/outbox';
import { changesSchema, type Changes } from './changes';
import { Effects } from './effects';

const companyId = '01900000-0000-7000-8000-00000000000c';

@Controller()
export class ProjectsSubscriptions {
  constructor(private readonly effects: Effects) {}

  @Subscribe(companyChangedV1)
  async onCompany(): Promise<void> {}

  @Subscribe(invitationChangedV1)
  async onInvitation(): Promise<void> {}

  @Subscribe(membershipChangedV1)
  async onMembership(): Promise<void> {}

  @Subscribe(leadConvertedV1)
  async onConverted(): Promise<void> {}

  @Subscribe(portalRenamedV1)
  async onRenamed(): Promise<void> {}

  @Subscribe(portalPublishedV1)
  async onPublished(envelope: Envelope<DataOf<typeof portalPublishedV1>>, delivery: Delivery): Promise<void> {
    await this.effects.of(envelope, delivery);
  }
}

@Controller('test')
@Public()
export class ProjectsChanges implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly effects: Effects,
    private readonly sources: StateSources,
    private readonly transactions: Transactions,
    private readonly ended: EndedSessions,
  ) {}

  /** Projects whose id ends in `f` can be made on demand. */
  onModuleInit(): void {
    this.sources.onMissing(projectChangedV1, async (aggregateId) => {
      if (!aggregateId.endsWith('f')) return false;
      await this.write(aggregateId, 1, 'made on demand');
      return true;
    });
  }

  /** Changes projects, one transaction each. */
  @Post('changes')
  async change(@Body(valid(changesSchema)) changes: Changes): Promise<void> {
    for (const { aggregateId, aggregateVersion, name } of changes)
      await this.write(aggregateId, aggregateVersion, name);
  }

  @Get('ended/:sid')
  async isEnded(@Param('sid') sid: string): Promise<{ ended: boolean }> {
    return { ended: await this.ended.isEnded(sid) };
  }

  private write(aggregateId: string, aggregateVersion: number, name: string): Promise<void> {
    const data = { projectId: aggregateId, companyId, name, address: null, clientName: null };
    return this.transactions.run({ companyId }, async (em: EntityManager) => {
      await this.effects.change(em, aggregateId, aggregateVersion);
      await this.outbox.add(em, projectChangedV1, {
        companyId,
        aggregateId,
        aggregateVersion,
        data: { ...data, status: 'active', timeZone: 'America/Denver' },
      });
    });
  }
}
