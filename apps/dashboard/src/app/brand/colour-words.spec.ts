import { describe, expect, it } from '@jest/globals';
import { colourWords } from './colour-words';

describe('a colour in words', () => {
  it.each([
    ['#000000', 'black'],
    ['#ffffff', 'white'],
    ['#808080', 'grey'],
    ['#1d4ed8', 'blue'],
    ['#162d74', 'dark blue'],
    ['#1f4e46', 'dark teal'],
    ['#f59e0b', 'orange'],
    ['#8a5a08', 'brown'],
    ['#ff0000', 'red'],
    ['#ff0044', 'red'],
    ['#ffe600', 'yellow'],
    ['#c9f0d0', 'light green'],
  ])('%s is %s', (color, words) => expect(colourWords(color)).toBe(words));
});
