import type { EntityManager } from '@mikro-orm/postgresql';
import { Membership } from '../membership/membership.entity';
import type { Invitation } from './invitation.entity';

/** Whether who invited is still on the company's staff, in whose scope the transaction stands. */
export const inviterIsStaff = async (em: EntityManager, { invitedBy, companyId }: Invitation): Promise<boolean> =>
  (await em.count(Membership, { personId: invitedBy, companyId, projectId: null, removedAt: null })) > 0;
