import { type EntityManager } from '@mikro-orm/postgresql';
import { Activity } from '../activity/activity.entity';
import type { Lead } from '../lead/lead.entity';
import { Invitation } from './invitation.entity';

/**
 * The sendings whose mail came back, by address: invited again by the same words they get a new one. Which sending it was
 * goes with the question, so that two who ask at once send one.
 */
export const lostTo = async (
  em: EntityManager,
  { companyId, reservedProjectId: projectId }: Lead,
  emails: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const sent = await em.find(Invitation, { companyId, projectId, email: { $in: [...emails] }, state: 'pending' });
  return new Map(
    sent.flatMap(({ email, isUndelivered, undeliveredGeneration }) =>
      isUndelivered && undeliveredGeneration !== null ? [[email, undeliveredGeneration]] : [],
    ),
  );
};

/**
 * Whether the trail tells of the sending at which an invitation stands: one asked for again sends nothing and is no news.
 * What we have not heard of is news. The transaction holds the client.
 */
export const isTold = async (
  em: EntityManager,
  { leadId, name, invitationId }: { readonly leadId: string; readonly name: string; readonly invitationId: string },
): Promise<boolean> => {
  const invitation = await em.findOne(Invitation, { id: invitationId });
  if (!invitation) return false;
  const told = { leadId, action: 'invited', subject: name, at: { $gte: invitation.sentAt } } as const;
  return (await em.count(Activity, told)) > 0;
};
