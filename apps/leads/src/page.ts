import type { EntityManager } from '@mikro-orm/postgresql';
import { idSchema } from '@porchlight/contracts';
import { oneAtATime } from '@porchlight/platform';
import { z } from 'zod';

/** `?companyId=` of routes that name no single thing; needed only by who is staff of several companies. */
export const companyQuerySchema = z.strictObject({ companyId: idSchema.optional() });
export type CompanyQuery = z.infer<typeof companyQuerySchema>;

/** Cuts a list that was read one item beyond the limit into a page. */
export const pageOf = <Row extends { id: string }, Item>(rows: Row[], limit: number, map: (row: Row) => Item) => ({
  items: rows.slice(0, limit).map(map),
  nextCursor: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null,
});

/** Makes parallel creations of the same id (one Idempotency-Key pressed twice) wait for one another. */
export const holdId = async (em: EntityManager, id: string): Promise<void> => {
  await oneAtATime(em, id);
};
