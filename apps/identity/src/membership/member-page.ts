import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { memberListSchema } from '@porchlight/contracts';
import type { z } from 'zod';
import { cutPage, pageOfIds, type IdPageQuery } from '../paging';
import { Person } from '../person/person.entity';
import { memberReply } from './member.mapper';
import { Membership } from './membership.entity';

/** One page of the memberships that hold and fit `where`, each with whose it is. */
export const memberPage = async (
  em: EntityManager,
  where: FilterQuery<Membership>,
  query: IdPageQuery,
): Promise<z.infer<typeof memberListSchema>> => {
  const { after, options } = pageOfIds(query);
  const found = await em.find(Membership, { $and: [where, { removedAt: null }, after] }, options);
  const { rows, nextCursor } = cutPage(found, query.limit);
  const people = await em.find(Person, { id: { $in: rows.map(({ personId }) => personId) } });
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    items: rows.flatMap((membership) => {
      const person = byId.get(membership.personId);
      return person ? [memberReply(membership, person)] : [];
    }),
    nextCursor,
  };
};
