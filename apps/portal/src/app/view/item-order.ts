import type { PortalViewV1 } from '@porchlight/contracts';

export type Item = PortalViewV1['items'][number];

/** What is due first stands first; what has no date comes after. */
const byDueDate = (one: Item, other: Item): number =>
  (one.dueDate ?? '9999').localeCompare(other.dueDate ?? '9999') || one.title.localeCompare(other.title);

/** The items that wait for the customer, those with the builder, and those done. */
export function sortedItems(items: readonly Item[]): Record<Item['status'], Item[]> {
  const having = (status: Item['status']) => items.filter((item) => item.status === status).sort(byDueDate);
  return { waiting: having('waiting'), with_builder: having('with_builder'), done: having('done') };
}

/** Only what waits for the customer has a date that matters, and only that can be late. */
export function dueState(item: Item, today: string): 'none' | 'later' | 'today' | 'late' {
  if (item.status !== 'waiting' || !item.dueDate) return 'none';
  if (item.dueDate === today) return 'today';
  return item.dueDate < today ? 'late' : 'later';
}
