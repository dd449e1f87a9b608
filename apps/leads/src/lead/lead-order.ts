import { idSchema, leadSortSchema, type LeadQuery } from '@porchlight/contracts';
import { afterCursor } from '@porchlight/platform';
import { z } from 'zod';
import type { Clause } from './lead-filter';

interface Order {
  /** What the leads are sorted by, in SQL; the id decides between equal ones. */
  readonly key: string;
  readonly type: 'timestamptz' | 'numeric' | 'date' | 'text';
  readonly way: 'asc' | 'desc';
  /** Those without it come last, whichever way. */
  readonly nullable?: true;
}

const orders: Readonly<Record<LeadQuery['sort'], Order>> = {
  newest: { key: 'lead.created_at', type: 'timestamptz', way: 'desc' },
  oldest: { key: 'lead.created_at', type: 'timestamptz', way: 'asc' },
  value: { key: 'lead.estimated_amount', type: 'numeric', way: 'desc', nullable: true },
  next_step: { key: 'lead.next_step_on', type: 'date', way: 'asc', nullable: true },
  client: { key: 'lower(client.name)', type: 'text', way: 'asc' },
};

/** The last row of a page: in which order it was read, its key there as text, and its id. */
const placeSchema = z.tuple([leadSortSchema, z.string().max(1000).nullable(), idSchema]);

/** How a list of leads is sorted, and where in it a page begins. */
export interface Ordered {
  /** The sort key as text, for the cursor. */
  readonly keyText: string;
  readonly orderBy: string;
  /** What comes after the cursor; null on the first page. */
  readonly after: Clause | null;
}

/** Throws 400 on a cursor that a list in this order did not give. */
export const ordered = (sort: LeadQuery['sort'], cursor: string | undefined): Ordered => {
  const order = orders[sort];
  const { key, way } = order;
  const place = afterCursor(
    placeSchema.refine(([of, at]) => of === sort && isKey(order, at)),
    cursor,
  );
  return {
    keyText: `${key}::text`,
    orderBy: `${key} ${way} nulls last, lead.id ${way}`,
    after: place && behind(order, place[1], place[2]),
  };
};

/** Whether PostgreSQL can read it as this order's key. */
const isKey = ({ type, nullable }: Order, at: string | null): boolean => {
  if (at === null) return nullable === true;
  if (type === 'timestamptz')
    return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(at) && !isNaN(Date.parse(at));
  if (type === 'numeric') return /^-?\d{1,12}(\.\d{1,2})?$/.test(at);
  if (type === 'date') return z.iso.date().safeParse(at).success;
  return !at.includes('\0');
};

const behind = ({ key, type, way, nullable }: Order, at: string | null, id: string): Clause => {
  const than = way === 'asc' ? '>' : '<';
  if (at === null) return { sql: `${key} is null and lead.id ${than} ?`, params: [id] };
  const beyond = `(${key}, lead.id) ${than} (?::${type}, ?::uuid)`;
  return { sql: nullable ? `${beyond} or ${key} is null` : beyond, params: [at, id] };
};
