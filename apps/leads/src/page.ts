import type { EntityManager } from '@mikro-orm/postgresql';
import { oneAtATime } from '@porchlight/platform';

/** Cuts a list that was read one item beyond the limit into a page. */
export const pageOf = <Row extends { id: string }, Item>(rows: Row[], limit: number, map: (row: Row) => Item) => ({
  items: rows.slice(0, limit).map(map),
  nextCursor: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null,
});

/** Makes parallel creations of the same id (one Idempotency-Key pressed twice) wait for one another. */
export const holdId = async (em: EntityManager, id: string): Promise<void> => {
  await oneAtATime(em, id);
};
