import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from './sql';

/** Makes transactions of this service that name the same thing wait for one another, where there is no row to lock yet. */
export const oneAtATime = async (em: EntityManager, thing: string): Promise<void> => {
  await sql(em, 'select pg_advisory_xact_lock(hashtextextended(?, 0))', [thing]);
};
