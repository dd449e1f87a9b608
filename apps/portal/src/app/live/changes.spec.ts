import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { PortalViewV1 } from '@porchlight/contracts';
import { aView, portalId } from '../testing/a-view';
import { LATER_WORDS } from '../words/later-words';
import { announcementOf, changesBetween } from './changes';

const said = (before: Partial<PortalViewV1>, after: Partial<PortalViewV1>) => {
  const words = TestBed.inject(LATER_WORDS);
  const changes = changesBetween(aView(before), aView(after), words, 'en-GB');
  return { places: changes.map(({ place }) => place), sentence: announcementOf(changes, words) };
};

const item = { id: portalId(1), title: 'Choose the worktop', kind: 'selection', status: 'waiting' } as const;
const roof = { id: portalId(2), name: 'Roof tight', section: 'execution', targetDate: '2026-11-20' } as const;

describe('what changed', () => {
  it('is nothing between a view and its copy', () => {
    expect(said({ version: 7 }, { version: 8, confirmedAt: '2026-11-21T10:00:00.000Z' })).toEqual({
      places: [],
      sentence: '',
    });
  });

  it('is said once for the whole, while each section that moved is shown', () => {
    const progress = { overall: 71, planning: 100, execution: 70, closeout: null };
    expect(said({}, { progress })).toEqual({
      places: ['progress', 'section execution'],
      sentence: 'Overall progress is now 71 percent.',
    });
  });

  it('is said of a section when the whole has not moved', () => {
    const progress = { overall: 64, planning: 100, execution: 59, closeout: null };
    expect(said({}, { progress }).sentence).toBe('Execution is now 59 percent.');
  });

  it('names items that wait, that changed, that are done', () => {
    expect(said({}, { items: [item] }).sentence).toBe('Waiting for you: Choose the worktop.');
    expect(said({ items: [item] }, { items: [{ ...item, status: 'done' }] }).sentence).toBe(
      'Done: Choose the worktop.',
    );
    expect(said({ items: [item] }, { items: [{ ...item, status: 'with_builder' }] }).sentence).toBe(
      'With your builder now: Choose the worktop.',
    );
    expect(said({ items: [item] }, { items: [{ ...item, dueDate: '2026-12-01' }] })).toEqual({
      places: [`item ${item.id}`],
      sentence: 'Changed: Choose the worktop.',
    });
    expect(said({ items: [{ ...item, status: 'done' }] }, { items: [item] }).sentence).toBe(
      'Waiting for you: Choose the worktop.',
    );
  });

  it('names a milestone that was reached', () => {
    const after = { milestones: [{ ...roof, reachedOn: '2026-11-21' }] };
    expect(said({ milestones: [roof] }, after).sentence).toBe('Milestone reached: Roof tight.');
  });

  it('says the new day of the finish', () => {
    expect(said({}, { deadline: '2099-12-11' }).sentence).toMatch(
      /^The planned finish is now Friday,? 11 December 2099\.$/,
    );
    expect(said({}, { deadline: undefined }).sentence).toBe('There is no planned finish for now.');
  });

  it('says of a photo without words that it is there', () => {
    const photo = {
      id: portalId(4),
      kind: 'photo',
      title: '',
      url: '/x',
      sharedAt: '2026-11-20T12:00:00.000Z',
    } as const;
    expect(said({}, { shared: [photo] }).sentence).toBe('A new photo is here.');
    expect(said({}, { shared: [{ ...photo, title: 'Porch' }] }).sentence).toBe('Newly shared: Porch.');
  });

  it('says in words what the project does now', () => {
    expect(said({}, { status: 'on_hold' }).sentence).toBe('The work is on hold.');
  });

  it('reads out three sentences at most', () => {
    const milestones = [1, 2, 3, 4, 5].map((number) => ({ ...roof, id: portalId(number), name: `Step ${number}` }));
    expect(said({}, { milestones }).sentence).toBe(
      'New milestone: Step 1. New milestone: Step 2. New milestone: Step 3. And 2 more changes.',
    );
  });
});
