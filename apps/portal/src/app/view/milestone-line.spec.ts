import { describe, expect, it } from '@jest/globals';
import { portalId } from '../testing/a-view';
import { folded, milestoneLine, type Milestone } from './milestone-line';

const today = '2026-11-21';
const milestone = (number: number, targetDate: string, reachedOn?: string): Milestone => ({
  id: portalId(number),
  name: `Milestone ${number}`,
  section: 'execution',
  targetDate,
  reachedOn,
});
const states = (milestones: Milestone[], done = false) =>
  milestoneLine(milestones, today, done).map(({ milestone: { name }, state }) => `${name.slice(10)} ${state}`);

describe('the milestone line', () => {
  it('runs from what was reached over what is late to what is to come', () => {
    expect(
      states([
        milestone(1, '2027-01-01'),
        milestone(2, '2026-11-20'),
        milestone(3, '2026-11-30'),
        milestone(4, '2026-10-10', '2026-10-12'),
        milestone(5, '2026-11-01', '2026-10-01'),
      ]),
    ).toEqual(['5 reached', '4 reached', '2 late', '3 next', '1 later']);
  });

  it('is not late on the planned day itself', () => {
    expect(states([milestone(1, today), milestone(2, today)])).toEqual(['1 next', '2 later']);
  });

  it('has nothing next when all that is open is late', () => {
    expect(states([milestone(1, '2026-11-20')])).toEqual(['1 late']);
  });

  it('calls nothing late or next once the work is done', () => {
    expect(
      states([milestone(1, '2026-11-30'), milestone(2, '2026-11-20'), milestone(3, '2026-10-10', '2026-10-12')], true),
    ).toEqual(['3 reached', '2 left', '1 left']);
  });

  it('folds the older reached ones away after three', () => {
    const reached = [1, 2, 3, 4, 5].map((number) => milestone(number, `2026-10-0${number}`, `2026-10-0${number}`));
    const { hidden, points } = folded(milestoneLine([...reached, milestone(6, '2026-12-01')], today));
    expect(hidden).toBe(2);
    expect(points.map(({ milestone: { name } }) => name.slice(10))).toEqual(['3', '4', '5', '6']);
  });
});
