import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type DataOf, portalPublishedV1, type Publish } from '@porchlight/contracts';
import { Outbox, Staff } from '@porchlight/messaging';
import { type Caller, Hints, problems, Transactions } from '@porchlight/platform';
import { Trail } from '../activity/trail';
import { CompanyCopy } from '../company/company.copy';
import { Portal } from '../portal/portal.entity';
import { Shells } from '../portal/shells';
import { Lead } from './lead.entity';
import { publishDefaults, publishedReply, type PublishedPortal } from './lead.mapper';
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
    private readonly trail: Trail,
    private readonly hints: Hints,
    private readonly transactions: Transactions,
  ) {}

  /** However often it is pressed, the first one counts; the others get what it made, with `first: false`. */
  publish(caller: Caller, leadId: string, input: Publish): Promise<{ first: boolean; portal: PublishedPortal }> {
    const sought = { find: holdLead(leadId), missing: noLead() };
    return this.staff.whereFound(caller, 'lead.publish', sought, async (em, lead) => {
      const { first, portal } = await this.publishOnce(em, lead, input, await this.trail.actor(em, caller));
      return { first, portal: publishedReply(portal) };
    });
  }

  /**
   * The one way in which a lead is published, in a transaction that holds it; what is not said is by
   * default, as things are called now.
   */
  async publishOnce(
    em: EntityManager,
    lead: Lead,
    input: Partial<Publish>,
    actor: string,
  ): Promise<{ first: boolean; portal: Portal }> {
    const known = await portalOf(em, lead);
    if (known && !known.isShell) return { first: false, portal: known };
    const { name, welcomeMessage } = { ...publishDefaults(lead, known), ...input };
    const { reservedProjectId: projectId, companyId, id: leadId } = lead;
    const company = await this.companies.holdForShells(em, companyId);
    const portal = known ?? Portal.shell(projectId, companyId, leadId, name, welcomeMessage);
    portal.publish(name, welcomeMessage);
    em.persist(portal);
    lead.version += 1;
    await this.outbox.add(em, portalPublishedV1, {
      companyId,
      aggregateId: projectId,
      aggregateVersion: portal.version,
      data: publication(lead, portal),
    });
    await this.shells.refresh(em, portal, company);
    await this.trail.note(em, lead, actor, 'published', { subject: name });
    await this.hints.tell(em, companyId, { type: 'lead', id: leadId });
    return { first: true, portal };
  }

  /** What was published under a project's id, for a service that the news has not reached yet; null if nothing was. */
  published(projectId: string): Promise<Publication | null> {
    return this.transactions.run({ system: true }, async (em) => {
      const portal = await em.findOne(Portal, { projectId });
      if (!portal?.leadId || portal.isShell) return null;
      const lead = await em.findOne(Lead, { id: portal.leadId }, { populate: ['client'] });
      return lead && publication(lead, portal);
    });
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
