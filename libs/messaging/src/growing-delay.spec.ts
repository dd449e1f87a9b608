import { expect, it } from '@jest/globals';
import { growingDelay } from './growing-delay';

it('waits longer after each failure, up to a bound', () => {
  expect([1, 2, 3, 4].map((failures) => growingDelay(failures))).toEqual([500, 1_000, 2_000, 4_000]);
  expect(growingDelay(1_000)).toBe(60_000);
  expect(growingDelay(9, 5_000)).toBe(5_000);
});
