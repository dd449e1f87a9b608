import type { EntityManager } from '@mikro-orm/postgresql';
import { membershipChangedV1 } from '@porchlight/contracts';
import { CopyBehind, Member, type Place } from '@porchlight/messaging';
import { problems } from '@porchlight/platform';
import type { Lead } from './lead.entity';

const isStaffIn = (companyId: string) => (member: Member) =>
  member.parts.some((part) => part.companyId === companyId && part.projectId === null);

/** Refuses a person who is not on the company's staff; of one whom we have not heard of, identity is asked first. */
export const requireStaff = async (em: EntityManager, { companyId }: Place, personId: string): Promise<void> => {
  const member = await em.findOne(Member, personId);
  if (member && isStaffIn(companyId)(member)) return;
  throw new CopyBehind(membershipChangedV1, personId, problems.invalid('ownerId', 'is nobody on your staff'));
};

/** The names of those who look after these leads of one company, by person; who has left the staff is not among them. */
export const ownerNames = async (em: EntityManager, leads: readonly Lead[]): Promise<ReadonlyMap<string, string>> => {
  const [first] = leads;
  if (!first) return new Map();
  const ids = new Set(leads.map(({ ownerId }) => ownerId).filter((ownerId) => ownerId !== null));
  const members = await em.find(Member, { personId: { $in: [...ids] } });
  return new Map(members.filter(isStaffIn(first.companyId)).map(({ personId, name }) => [personId, name]));
};
