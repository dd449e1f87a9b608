import { describe, expect, it } from '@jest/globals';
import { carriedUpdates } from './carried-updates';

const updates = (count: number, text: string) => Array.from({ length: count }, (_, id) => ({ id, text }));

describe('the updates that a public view carries', () => {
  it('are the newest hundred', () => {
    expect(carriedUpdates(updates(120, 'Tiles are in.')).map(({ id }) => id)).toEqual(
      Array.from({ length: 100 }, (_, id) => id),
    );
  });

  it('are fewer where their texts are long, so that a view always fits into one message', () => {
    const carried = carriedUpdates(updates(100, 'ж'.repeat(2_000)));
    expect(carried).toHaveLength(50);
    expect(Buffer.byteLength(JSON.stringify(carried))).toBeLessThan(250_000);
  });
});
