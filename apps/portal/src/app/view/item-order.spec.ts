import { describe, expect, it } from '@jest/globals';
import { portalId } from '../testing/a-view';
import { dueState, sortedItems, type Item } from './item-order';

const item = (number: number, overrides: Partial<Item> = {}): Item => ({
  id: portalId(number),
  title: `Item ${number}`,
  kind: 'selection',
  status: 'waiting',
  ...overrides,
});

describe('your items', () => {
  it('stand by due date, those without one last, apart from what is with the builder or done', () => {
    const { waiting, with_builder, done } = sortedItems([
      item(1),
      item(2, { dueDate: '2026-12-10' }),
      item(3, { dueDate: '2026-12-01' }),
      item(4, { status: 'done' }),
      item(5, { status: 'with_builder' }),
    ]);
    expect(waiting.map(({ title }) => title)).toEqual(['Item 3', 'Item 2', 'Item 1']);
    expect(with_builder).toHaveLength(1);
    expect(done).toHaveLength(1);
  });

  it.each([
    ['2026-11-22', 'waiting', 'later'],
    ['2026-11-21', 'waiting', 'today'],
    ['2026-11-20', 'waiting', 'late'],
    ['2026-11-20', 'with_builder', 'none'],
    ['2026-11-20', 'done', 'none'],
    [undefined, 'waiting', 'none'],
  ] as const)('due %s and %s is %s', (dueDate, status, state) => {
    expect(dueState(item(1, { dueDate, status }), '2026-11-21')).toBe(state);
  });
});
