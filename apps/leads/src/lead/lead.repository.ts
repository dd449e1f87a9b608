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

/** The newest leads of a company, one more than the limit where there are more. */
export const listLeads = (em: EntityManager, companyId: string, limit: number, before?: string): Promise<Lead[]> =>
  em.find(
    Lead,
    { companyId, ...(before !== undefined && { id: { $lt: before } }) },
    { orderBy: { id: 'desc' }, limit: limit + 1, populate: withClient },
  );

/** The portal that a lead was published to, if it was. */
export const portalOf = (em: EntityManager, lead: Lead): Promise<Portal | null> =>
  em.findOne(Portal, lead.reservedProjectId);

/** The portals of many leads, by project id. */
export const portalsOf = async (em: EntityManager, leads: Lead[]): Promise<Map<string, Portal>> => {
  const portals = await em.find(Portal, { projectId: { $in: leads.map((lead) => lead.reservedProjectId) } });
  return new Map(portals.map((portal) => [portal.projectId, portal]));
};
