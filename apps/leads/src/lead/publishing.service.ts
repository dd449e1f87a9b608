import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { portalPublishedV1, type Publish } from '@porchlight/contracts';
import { Outbox } from '@porchlight/messaging';
import { type Caller, problems } from '@porchlight/platform';
import { CompanyCopy } from '../company/company.copy';
import { Staff } from '../member/staff';
import { Portal } from '../portal/portal.entity';
import { Shells } from '../portal/shells';
import type { Lead } from './lead.entity';
import { publishedReply, type PublishedPortal } from './lead.mapper';
import { holdLead, portalOf } from './lead.repository';

/** Publish Project: a lead becomes a portal here and, over the bus, a project. Nobody is given access by it. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly staff: Staff,
    private readonly companies: CompanyCopy,
    private readonly shells: Shells,
    private readonly outbox: Outbox,
  ) {}

  /** However often it is pressed, the first one counts; the others get what it made, with `first: false`. */
  publish(caller: Caller, leadId: string, input: Publish): Promise<{ first: boolean; portal: PublishedPortal }> {
    return this.staff.whereFound(caller, problems.notFound('lead'), holdLead(leadId), async (em, lead) => {
      const published = await portalOf(em, lead);
      if (published) return { first: false, portal: publishedReply(published) };
      return { first: true, portal: publishedReply(await this.open(em, lead, input)) };
    });
  }

  private async open(em: EntityManager, lead: Lead, { name, welcomeMessage }: Publish): Promise<Portal> {
    const { reservedProjectId: projectId, companyId, id: leadId, siteAddress: address } = lead;
    const company = await this.companies.holdForShells(em, companyId);
    const portal = Portal.published(projectId, companyId, leadId, name, welcomeMessage);
    em.persist(portal);
    lead.version += 1;
    await this.outbox.add(em, portalPublishedV1, {
      companyId,
      aggregateId: projectId,
      aggregateVersion: 1,
      data: { projectId, companyId, leadId, name, address, clientName: lead.client.name },
    });
    await this.shells.refresh(em, portal, company);
    return portal;
  }
}
