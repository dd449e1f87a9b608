import { idSchema, pageQuerySchema } from '@porchlight/contracts';
import type { z } from 'zod';

/** Lists here are in the order of their ids, which is that of creation; the cursor is the last id seen. */
export const idPageQuerySchema = pageQuerySchema.extend({ cursor: idSchema.optional() });
export type IdPageQuery = z.infer<typeof idPageQuerySchema>;

/** The `where`, `orderBy` and `limit` of a page: one row more than asked for shows whether there is a next one. */
export const pageOfIds = ({ cursor, limit }: IdPageQuery) =>
  ({
    after: cursor ? { id: { $gt: cursor } } : {},
    options: { orderBy: { id: 'asc' }, limit: limit + 1 },
  }) as const;

/** Cuts the extra row off and names the cursor of the next page. */
export const cutPage = <Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
): { rows: readonly Row[]; nextCursor: string | null } => {
  const page = rows.slice(0, limit);
  return { rows: page, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
};
