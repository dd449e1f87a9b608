import type { Lead as LeadReply, publishedPortalSchema } from '@porchlight/contracts';
import type { z } from 'zod';
import { clientReply } from '../client/client.mapper';
import { defaultInvitation, defaultProjectName, defaultWelcomeMessage } from '../portal/portal.defaults';
import type { Portal } from '../portal/portal.entity';
import type { Lead } from './lead.entity';

export type PublishedPortal = z.infer<typeof publishedPortalSchema>;

export const publishedReply = (portal: Portal): PublishedPortal => ({
  projectId: portal.projectId,
  name: portal.name,
  welcomeMessage: portal.welcomeMessage,
  publishedAt: (portal.publishedAt ?? portal.createdAt).toISOString(),
});

/** What the publish form starts with: as client and work are called now, for nobody has named a shell. */
export const publishDefaults = (lead: Lead, portal: Portal | null) => {
  const published = portal?.isShell === false ? portal : null;
  return {
    name: published?.name ?? defaultProjectName(lead.client.name, lead.projectType),
    welcomeMessage: published?.welcomeMessage ?? defaultWelcomeMessage,
  };
};

/** Needs the client and its contacts loaded. `portal` may be a shell that nobody has published; `names` are of owners. */
export const leadReply = (lead: Lead, portal: Portal | null, names: ReadonlyMap<string, string>): LeadReply => ({
  id: lead.id,
  companyId: lead.companyId,
  version: lead.version,
  client: clientReply(lead.client),
  siteAddress: lead.siteAddress,
  projectType: lead.projectType,
  source: lead.source,
  origin: lead.origin,
  stage: lead.stage,
  lostReason: lead.lostReason,
  estimatedValue: lead.estimatedValue,
  nextStep: lead.nextStep,
  nextStepOn: lead.nextStepOn,
  notes: lead.notes,
  owner: lead.ownerId === null ? null : { id: lead.ownerId, name: names.get(lead.ownerId) ?? '' },
  portal: portal && !portal.isShell ? publishedReply(portal) : null,
  hasShell: portal?.isShell === true,
  publishDefaults: publishDefaults(lead, portal),
  inviteDefaults: { message: defaultInvitation },
  createdAt: lead.createdAt.toISOString(),
});
