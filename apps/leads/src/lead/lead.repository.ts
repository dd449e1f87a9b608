import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { Place } from '@porchlight/messaging';
import { Portal } from '../portal/portal.entity';
import { Lead } from './lead.entity';

const withClient = ['client.contacts'] as const;

/** A lead with its client and contacts, for reading. */
export const findLead =
  (id: string) =>
  (em: EntityManager, { companyId }: Place): Promise<Lead | null> =>
    em.findOne(Lead, { id, companyId }, { populate: withClient });

/** The same, held against other writers until the transaction ends. */
export const holdLead =
  (id: string) =>
  async (em: EntityManager, { companyId }: Place): Promise<Lead | null> => {
    const lead = await em.findOne(Lead, { id, companyId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (lead) await em.populate(lead, withClient);
    return lead;
  };

/** Leads with their clients and contacts, in the order of the ids. */
export const leadsByIds = async (em: EntityManager, ids: readonly string[]): Promise<Lead[]> => {
  const found = await em.find(Lead, { id: { $in: [...ids] } }, { populate: withClient });
  const byId = new Map(found.map((lead) => [lead.id, lead]));
  return ids.map((id) => byId.get(id)).filter((lead) => lead !== undefined);
};

/** The portal that a lead was published to, or its shell; null where it has neither. */
export const portalOf = (em: EntityManager, lead: Lead): Promise<Portal | null> =>
  em.findOne(Portal, lead.reservedProjectId);

/** The portals of many leads, by project id. */
export const portalsOf = async (em: EntityManager, leads: readonly Lead[]): Promise<Map<string, Portal>> => {
  const portals = await em.find(Portal, { projectId: { $in: leads.map((lead) => lead.reservedProjectId) } });
  return new Map(portals.map((portal) => [portal.projectId, portal]));
};
