import type { Client as ClientReply, ClientPage, Contact as ContactReply } from '@porchlight/contracts';
import type { Lead } from '../lead/lead.entity';
import type { Portal } from '../portal/portal.entity';
import type { Client, Contact } from './client.entity';

export const contactReply = (contact: Contact): ContactReply => ({
  id: contact.id,
  name: contact.name,
  email: contact.email,
  phone: contact.phone,
  primary: contact.isPrimary,
});

/** Needs the contacts loaded. */
export const clientReply = (client: Client): ClientReply => ({
  id: client.id,
  version: client.version,
  name: client.name,
  contacts: client.contacts.getItems().map(contactReply),
});

/** Needs the contacts loaded; `portals` by project id, shells among them. */
export const clientPageReply = (
  client: Client,
  leads: readonly Lead[],
  portals: ReadonlyMap<string, Portal>,
): ClientPage => ({
  ...clientReply(client),
  companyId: client.companyId,
  createdAt: client.createdAt.toISOString(),
  leads: leads.map((lead) => {
    const portal = portals.get(lead.reservedProjectId);
    return {
      id: lead.id,
      projectType: lead.projectType,
      siteAddress: lead.siteAddress,
      stage: lead.stage,
      projectId: portal && !portal.isShell ? portal.projectId : null,
      createdAt: lead.createdAt.toISOString(),
    };
  }),
});
