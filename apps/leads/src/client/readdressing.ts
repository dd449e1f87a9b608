import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { contactReaddressedV1 } from '@porchlight/contracts';
import { Outbox } from '@porchlight/messaging';
import type { Caller } from '@porchlight/platform';
import { Invitation } from '../invitation/invitation.entity';
import { Lead } from '../lead/lead.entity';
import { Portal } from '../portal/portal.entity';
import type { Client } from './client.entity';

/** How many projects one event names at most. */
const atOnce = 500;

/** A contact's new address is that of their pending invitations too; without one they are cancelled. */
@Injectable()
export class Readdressing {
  constructor(private readonly outbox: Outbox) {}

  /** In the transaction that holds the client, after `contactId` has its new address. */
  async tell(em: EntityManager, client: Client, contactId: string, from: string | null, caller: Caller): Promise<void> {
    const contacts = client.contacts.getItems();
    const to = contacts.find(({ id }) => id === contactId)?.email ?? null;
    // Who shares an address keeps its invitation.
    if (from === null || from === to || contacts.some(({ email }) => email === from)) return;
    const { companyId, version: aggregateVersion } = client;
    const projects = await publishedProjects(em, client);
    // What was accepted stays with who accepted it, be it that we have not heard of that yet; not with who is deleted.
    if (contacts.some(({ id }) => id === contactId))
      await em.nativeUpdate(Invitation, { companyId, projectId: { $in: projects }, email: from }, { contactId });
    for (let first = 0; first < projects.length; first += atOnce) {
      const projectIds = projects.slice(first, first + atOnce);
      const data = { contactId, companyId, projectIds, from, to, by: caller.personId };
      await this.outbox.add(em, contactReaddressedV1, { companyId, aggregateId: contactId, aggregateVersion, data });
    }
  }
}

const publishedProjects = async (em: EntityManager, { id, companyId }: Client): Promise<string[]> => {
  const leads = await em.find(Lead, { companyId, client: id });
  const portals = await em.find(
    Portal,
    { companyId, leadId: { $in: leads.map((lead) => lead.id) }, publishedAt: { $ne: null } },
    { orderBy: { projectId: 'asc' } },
  );
  return portals.map(({ projectId }) => projectId);
};
