import type { Progress } from '@porchlight/contracts';
import type { Figures, SectionSums } from './sums';

/**
 * Percent complete of a set of leaves: sum(weight x progress) / sum(weight), rounded down; 100 only when every leaf is
 * complete; null without leaves.
 */
export const percentOf = (
  sums: Pick<Figures, 'weight' | 'weightedProgress' | 'leafCount' | 'completeCount'>,
): number | null => {
  if (sums.leafCount === 0) return null;
  if (sums.completeCount === sums.leafCount) return 100;
  // Whole numbers all the way: what does not divide evenly is taken off first.
  const percent = (sums.weightedProgress - (sums.weightedProgress % sums.weight)) / sums.weight;
  return Math.min(percent, 99);
};

/** The four percentages of a project; overall is the same formula over all leaves, not the mean of the sections. */
export const progressOf = ({ planning, execution, closeout }: SectionSums): Progress => ({
  overall: percentOf({
    weight: planning.weight + execution.weight + closeout.weight,
    weightedProgress: planning.weightedProgress + execution.weightedProgress + closeout.weightedProgress,
    leafCount: planning.leafCount + execution.leafCount + closeout.leafCount,
    completeCount: planning.completeCount + execution.completeCount + closeout.completeCount,
  }),
  planning: percentOf(planning),
  execution: percentOf(execution),
  closeout: percentOf(closeout),
});
