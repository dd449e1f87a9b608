import type { LeadStage } from '@porchlight/contracts';

/** The tone of a stage's chip; the word stands in it. */
export const stageTones: Readonly<Record<LeadStage, 'waiting' | 'done' | 'late' | null>> = {
  new: 'waiting',
  contacted: null,
  site_visit: null,
  quoting: null,
  won: 'done',
  lost: 'late',
};
