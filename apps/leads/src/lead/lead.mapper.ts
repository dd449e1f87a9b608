import type { Lead as LeadReply, publishedPortalSchema } from '@porchlight/contracts';
import type { z } from 'zod';
import { clientReply } from '../client/client.mapper';
import { defaultProjectName, defaultWelcomeMessage } from '../portal/portal.defaults';
import type { Portal } from '../portal/portal.entity';
import type { Lead } from './lead.entity';

export type PublishedPortal = z.infer<typeof publishedPortalSchema>;

export const publishedReply = (portal: Portal): PublishedPortal => ({
  projectId: portal.projectId,
  name: portal.name,
  welcomeMessage: portal.welcomeMessage,
  publishedAt: (portal.publishedAt ?? portal.createdAt).toISOString(),
});

/** Needs the client and its contacts loaded. */
export const leadReply = (lead: Lead, portal: Portal | null): LeadReply => ({
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
  owner: lead.ownerId === null ? null : { id: lead.ownerId, name: '' },
  portal: portal && publishedReply(portal),
  hasShell: false,
  publishDefaults: {
    name: defaultProjectName(lead.client.name, lead.projectType),
    welcomeMessage: defaultWelcomeMessage,
  },
  inviteDefaults: { message: '' },
  createdAt: lead.createdAt.toISOString(),
});
