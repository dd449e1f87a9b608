import type { PortalViewV1 } from '@porchlight/contracts';

export type Milestone = PortalViewV1['milestones'][number];
/** `left`: never marked as reached, although the work is done. */
export type MilestoneState = 'reached' | 'late' | 'next' | 'later' | 'left';
export interface MilestonePoint {
  milestone: Milestone;
  state: MilestoneState;
}

const by =
  <T>(key: (value: T) => string) =>
  (one: T, other: T): number =>
    key(one).localeCompare(key(other));

/**
 * The milestones as they stand on the line: reached ones by the day they were reached, then the others by their planned
 * date. Late is what should have been reached before today; next is the first that is still to come. Once the work is
 * done nothing is either: to say so beside it would frighten for nothing.
 */
export function milestoneLine(milestones: readonly Milestone[], today: string, done = false): MilestonePoint[] {
  const reached = milestones.filter(({ reachedOn }) => reachedOn).sort(by(({ reachedOn }) => reachedOn ?? ''));
  const open = milestones.filter(({ reachedOn }) => !reachedOn).sort(by(({ targetDate }) => targetDate));
  const next = open.find(({ targetDate }) => targetDate >= today);
  return [
    ...reached.map((milestone) => ({ milestone, state: 'reached' as const })),
    ...open.map((milestone): MilestonePoint => {
      if (done) return { milestone, state: 'left' };
      if (milestone.targetDate < today) return { milestone, state: 'late' };
      return { milestone, state: milestone === next ? 'next' : 'later' };
    }),
  ];
}

/** How many reached milestones stay in sight. */
export const keptInSight = 3;

/** The line with the older reached ones folded away, and how many those are. */
export function folded(line: readonly MilestonePoint[]): { hidden: number; points: readonly MilestonePoint[] } {
  const hidden = Math.max(line.filter(({ state }) => state === 'reached').length - keptInSight, 0);
  return { hidden, points: line.slice(hidden) };
}
