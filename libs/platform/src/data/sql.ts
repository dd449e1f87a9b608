import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Runs one statement in the entity manager's transaction and gives its rows as `R`, which is the caller's word for what
 * the statement selects. Parameters are `?` placeholders, never text pasted in.
 */
export const sql = <R extends object>(em: EntityManager, text: string, params: readonly unknown[] = []): Promise<R[]> =>
  em.execute<R[]>(text, [...params], 'all');
