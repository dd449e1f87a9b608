import { describe, expect, it } from '@jest/globals';
import { inSentence } from './in-sentence';

const depthAfter = (text: string): number => {
  let depth = 0;
  for (const character of text) {
    if (/[\u2066-\u2068]/.test(character)) depth += 1;
    if (character === '\u2069') {
      depth -= 1;
      if (depth < 0) throw new Error('ends what it did not begin');
    }
  }
  return depth;
};
const withoutFrame = (text: string): string => text.replace(/^\u2068+/, '').replace(/\u2069+$/, '');

describe('a name in a sentence', () => {
  it.each(['Alder & Sons', 'مرحبا', 'עלדר', '👩‍👩‍👧', 'x\u200fy'])('stays as it is: %s', (name) => {
    expect(inSentence(name)).toBe(name);
  });

  it.each([
    '\u202egnp.exe',
    '\u2066x',
    'x\u2069\u202ey',
    '\u2069\u2069\u2068\u202ex',
    '\u202a\u202b\u202cx',
    '\u2068x\u2069',
  ])('turns the direction of nothing but itself: %j', (name) => {
    const framed = inSentence(name);
    expect(framed).toContain(name);
    expect(framed).toMatch(/^\u2068.*\u2069$/s);
    expect(depthAfter(framed)).toBe(0);
    // All of it stands within the frame: what surrounds it is never at the depth at which the name turns things.
    for (let end = 1; end < framed.length; end++) expect(depthAfter(framed.slice(0, end))).toBeGreaterThan(0);
    expect(withoutFrame(framed).length).toBeLessThanOrEqual(name.length);
  });

  it('is one line', () => {
    expect(inSentence('a\u2028b\u2029\u0085c')).toBe('a b c');
  });
});
