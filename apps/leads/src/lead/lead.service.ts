import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChangeLead, CreateLead, Lead as LeadReply } from '@porchlight/contracts';
import { Staff } from '@porchlight/messaging';
import { type Caller, problems } from '@porchlight/platform';
import { v7 } from 'uuid';
import type { Client } from '../client/client.entity';
import { ClientService } from '../client/client.service';
import { holdId, pageOf, type Page } from '../page';
import { Lead } from './lead.entity';
import { leadReply } from './lead.mapper';
import { findLead, holdLead, listLeads, portalOf, portalsOf } from './lead.repository';

const noLead = () => problems.notFound('lead');

@Injectable()
export class LeadService {
  constructor(
    private readonly staff: Staff,
    private readonly clients: ClientService,
  ) {}

  list(caller: Caller, page: Page): Promise<{ items: LeadReply[]; nextCursor: string | null }> {
    return this.staff.inCompany(caller, page.companyId, 'lead.read', async (em, { companyId }) => {
      const leads = await listLeads(em, companyId, page.limit, page.cursor);
      const portals = await portalsOf(em, leads);
      return pageOf(leads, page.limit, (lead) => leadReply(lead, portals.get(lead.reservedProjectId) ?? null));
    });
  }

  get(caller: Caller, id: string): Promise<LeadReply> {
    return this.staff.whereFound(caller, 'lead.read', { find: findLead(id), missing: noLead() }, async (em, lead) =>
      leadReply(lead, await portalOf(em, lead)),
    );
  }

  /** The id decides: a repeated creation answers what the first one made. */
  create(caller: Caller, companyId: string | undefined, id: string, input: CreateLead): Promise<LeadReply> {
    return this.staff.inCompany(caller, companyId, 'lead.change', async (em, place) => {
      await holdId(em, id);
      const existing = await findLead(id)(em, place);
      if (existing) return leadReply(existing, await portalOf(em, existing));
      const lead = Lead.open(id, await this.clientFor(em, place.companyId, input), input);
      em.persist(lead);
      return leadReply(lead, null);
    });
  }

  change(caller: Caller, id: string, version: number, changes: ChangeLead): Promise<LeadReply> {
    return this.staff.whereFound(caller, 'lead.change', { find: holdLead(id), missing: noLead() }, async (em, lead) => {
      const portal = await portalOf(em, lead);
      if (lead.version !== version) throw problems.stale(leadReply(lead, portal));
      if (Object.keys(changes).length > 0) lead.change(changes);
      return leadReply(lead, portal);
    });
  }

  private async clientFor(em: EntityManager, companyId: string, input: CreateLead): Promise<Client> {
    if (input.clientId !== undefined) return this.clients.require(em, companyId, input.clientId);
    if (input.client !== undefined) return this.clients.make(em, companyId, v7(), input.client);
    throw problems.invalid('client', 'give either a client or the id of one');
  }
}
