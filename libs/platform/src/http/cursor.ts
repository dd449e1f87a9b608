import { problems } from './problem';
import type { z } from 'zod';

/** The place in a list after which the next page goes on: the sort key of its last row, opaque to clients. */
export const cursorOf = (key: readonly unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Reads a cursor back. Throws 400 on one that this list did not give. */
export const afterCursor = <T>(schema: z.ZodType<T>, cursor: string | undefined): T | null => {
  if (cursor === undefined) return null;
  const parsed = schema.safeParse(fromJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) throw problems.invalid('cursor', 'is not a cursor of this list');
  return parsed.data;
};

const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** One page out of up to `limit + 1` rows; the one too many tells that there is a next page. */
export const pageOfRows = <Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly unknown[],
): { rows: readonly Row[]; nextCursor: string | null } => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > limit && last ? cursorOf(keyOf(last)) : null };
};
