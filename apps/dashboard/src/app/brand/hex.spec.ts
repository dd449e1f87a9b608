import { describe, expect, it } from '@jest/globals';
import { hexOf } from './hex';

describe('a colour as typed', () => {
  it.each([
    ['#1f4e46', '#1f4e46'],
    [' 1F4E46 ', '#1f4e46'],
    ['#abc', '#aabbcc'],
    ['F0a', '#ff00aa'],
  ])('%s is %s', (typed, color) => expect(hexOf(typed)).toBe(color));

  it.each(['', '#', '#12345', '1f4e46f', 'green', '#1f4e4g', 'rgb(1,2,3)', '#1f4e46;x'])('%s is none', (typed) =>
    expect(hexOf(typed)).toBeNull(),
  );
});
