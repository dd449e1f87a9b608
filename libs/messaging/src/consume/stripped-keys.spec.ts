import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { strippedKeys } from './stripped-keys';

describe('keys a schema left out', () => {
  const schema = z.object({
    name: z.string(),
    items: z.array(z.object({ id: z.string() })),
    note: z.string().optional(),
  });
  const stripped = (given: unknown) => strippedKeys(given, schema.parse(given));

  it('are named by their path, at any depth', () => {
    expect(stripped({ name: 'x', budget: 1, items: [{ id: 'a' }, { id: 'b', cost: 2 }] })).toEqual([
      'budget',
      'items.1.cost',
    ]);
  });

  it('are none where everything is known', () => {
    expect(stripped({ name: 'x', items: [{ id: 'a' }], note: 'y' })).toEqual([]);
  });
});
