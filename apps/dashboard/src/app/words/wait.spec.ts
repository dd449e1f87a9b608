import { describe, expect, it } from '@jest/globals';
import { waitWords } from './wait';

describe('a waiting time in words', () => {
  it.each([
    [null, 'a while'],
    [3, 'a moment'],
    [45, 'a minute'],
    [61, '2 minutes'],
    [3_540, '59 minutes'],
    [3_600, 'an hour'],
    [3_601, '2 hours'],
  ])('of %s seconds', (seconds, words) => expect(waitWords(seconds)).toBe(words));
});
