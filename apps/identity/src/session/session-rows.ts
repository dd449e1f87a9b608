import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Person } from '../person/person.entity';
import { Session } from './session.entity';

/** A session and its person, both locked: the person first, as everywhere, and only against whoever ends all sessions. */
export const lockSession = async (
  em: EntityManager,
  sid: string,
): Promise<{ session: Session; person: Person } | null> => {
  const found = await em.findOne(Session, { id: sid });
  if (!found) return null;
  const person = await em.findOneOrFail(Person, { id: found.personId }, { lockMode: LockMode.PESSIMISTIC_READ });
  const session = await em.findOneOrFail(Session, { id: sid }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  return { session, person };
};
