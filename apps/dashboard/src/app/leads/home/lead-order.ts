import type { Lead } from '@porchlight/contracts';
import { type LeadSort } from './lead-filter';

const amount = ({ estimatedValue }: Lead): number => (estimatedValue ? Number(estimatedValue.amount) : -Infinity);
const newest = (a: Lead, b: Lead): number => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id);

const orders: Readonly<Record<LeadSort, (a: Lead, b: Lead) => number>> = {
  newest,
  oldest: (a, b) => newest(b, a),
  value: (a, b) => (amount(b) === amount(a) ? newest(a, b) : amount(b) - amount(a)),
  next_step: (a, b) => (a.nextStepOn ?? '9999').localeCompare(b.nextStepOn ?? '9999') || newest(a, b),
  client: (a, b) => a.client.name.localeCompare(b.client.name) || newest(a, b),
};

/** Where a lead that was moved or changed stands among the others, without asking the service again. */
export const inOrder = (leads: readonly Lead[], sort: LeadSort): Lead[] => [...leads].sort(orders[sort]);
