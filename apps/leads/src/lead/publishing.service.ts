import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type DataOf, portalPublishedV1, type Publish } from '@porchlight/contracts';
import { Outbox, Staff } from '@porchlight/messaging';
import { type Caller, problems, Transactions } from '@porchlight/platform';
import { CompanyCopy } from '../company/company.copy';
import { Portal } from '../portal/portal.entity';
import { Shells } from '../portal/shells';
import { Lead } from './lead.entity';
import { publishedReply, type PublishedPortal } from './lead.mapper';
import { holdLead, portalOf } from './lead.repository';

const noLead = () => problems.notFound('lead');

/** Publish Project: a lead becomes a portal here and, over the bus, a project. Nobody is given access by it. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly staff: Staff,
    private readonly companies: CompanyCopy,
    private readonly shells: Shells,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
  ) {}

  /** However often it is pressed, the first one counts; the others get what it made, with `first: false`. */
  publish(caller: Caller, leadId: string, input: Publish): Promise<{ first: boolean; portal: PublishedPortal }> {
    return this.staff.whereFound(
      caller,
      'lead.publish',
      { find: holdLead(leadId), missing: noLead() },
      async (em, lead) => {
        const known = await portalOf(em, lead);
        if (known && !known.isShell) return { first: false, portal: publishedReply(known) };
        return { first: true, portal: publishedReply(await this.open(em, lead, known, input)) };
      },
    );
  }

  /** What was published under a project's id, for a service that the news has not reached yet; null if nothing was. */
  published(projectId: string): Promise<Publication | null> {
    return this.transactions.run({ system: true }, async (em) => {
      const portal = await em.findOne(Portal, { projectId });
      const lead =
        portal?.leadId && !portal.isShell
          ? await em.findOne(Lead, { id: portal.leadId }, { populate: ['client'] })
          : null;
      return portal && lead && publication(lead, portal);
    });
  }

  private async open(
    em: EntityManager,
    lead: Lead,
    shell: Portal | null,
    { name, welcomeMessage }: Publish,
  ): Promise<Portal> {
    const { reservedProjectId: projectId, companyId, id: leadId } = lead;
    const company = await this.companies.holdForShells(em, companyId);
    const portal = shell ?? Portal.shell(projectId, companyId, leadId, name, welcomeMessage);
    portal.publish(name, welcomeMessage);
    em.persist(portal);
    lead.version += 1;
    await this.outbox.add(em, portalPublishedV1, {
      companyId,
      aggregateId: projectId,
      aggregateVersion: 1,
      data: publication(lead, portal),
    });
    await this.shells.refresh(em, portal, company);
    return portal;
  }
}

type Publication = DataOf<typeof portalPublishedV1>;

const publication = (lead: Lead, portal: Portal): Publication => ({
  projectId: portal.projectId,
  companyId: lead.companyId,
  leadId: lead.id,
  name: portal.name,
  address: lead.siteAddress,
  clientName: lead.client.name,
});
