import type { EntityManager } from '@mikro-orm/postgresql';
import type { Lead as LeadReply } from '@porchlight/contracts';
import type { Lead } from './lead.entity';
import { leadReply } from './lead.mapper';
import { portalOf, portalsOf } from './lead.repository';
import { ownerNames } from './owners';

/** A lead as it goes out. Needs its client and contacts loaded. */
export const replyOf = async (em: EntityManager, lead: Lead): Promise<LeadReply> =>
  leadReply(lead, await portalOf(em, lead), await ownerNames(em, [lead]));

/** Leads of one company, in their order, each as it goes out. */
export const repliesOf = async (em: EntityManager, leads: readonly Lead[]): Promise<LeadReply[]> => {
  const portals = await portalsOf(em, leads);
  const names = await ownerNames(em, leads);
  return leads.map((lead) => leadReply(lead, portals.get(lead.reservedProjectId) ?? null, names));
};
