import { describe, expect, it } from '@jest/globals';
import { colorSchema } from '@porchlight/contracts';
import fc from 'fast-check';
import { defaultColors } from './brand.defaults';
import { suggestColors } from './color-suggestions';

/** So many pixels of each colour (`rrggbbaa`). */
const logo = (shares: Readonly<Record<string, number>>): Buffer =>
  Buffer.concat(
    Object.entries(shares).flatMap(([rgba, count]) => Array.from({ length: count }, () => Buffer.from(rgba, 'hex'))),
  );

describe('colours suggested from a logo', () => {
  it('are its two, either way round, and leave out paper, ink, grey and what cannot be seen', () => {
    const shares = { ffffffff: 500, '000000ff': 300, '808080ff': 200, ff00ff00: 900, '1f4e46ff': 120, c0392bff: 80 };
    expect(suggestColors(logo(shares))).toEqual([
      { primary: '#c0392b', secondary: '#1f4e46' },
      { primary: '#1f4e46', secondary: '#c0392b' },
    ]);
  });

  it('are distinct: shades of one colour are one', () => {
    const [pair, ...others] = suggestColors(logo({ '1f6fb4ff': 100, '2474baff': 90, '1a6aaeff': 90, '2f80c4ff': 80 }));
    expect(pair?.secondary).toBe(defaultColors.secondary);
    expect(others).toEqual([]);
  });

  it('give a third its chance, after the two that cover most', () => {
    const pairs = suggestColors(logo({ '1f6fb4ff': 100, d35400ff: 60, '27ae60ff': 40 }));
    expect(pairs).toContainEqual({ primary: '#1f6fb4', secondary: '#27ae60' });
    expect(pairs[0]).toEqual({ primary: '#1f6fb4', secondary: '#d35400' });
  });

  it.each([
    ['a black logo', { '000000ff': 100 }],
    ['a white one', { ffffffff: 100 }],
    ['a grey one', { '777777ff': 100 }],
    ['one that cannot be seen', { ff000010: 100 }],
    ['nothing', {}],
  ])('of %s are none', (_, shares) => expect(suggestColors(logo(shares))).toEqual([]));

  it('of any logo are colours, pairs of two, and the same each time', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
        const pairs = suggestColors(Buffer.from(bytes));
        for (const { primary, secondary } of pairs) {
          colorSchema.parse(primary);
          colorSchema.parse(secondary);
          expect(primary).not.toBe(secondary);
        }
        expect(suggestColors(Buffer.from(bytes))).toEqual(pairs);
      }),
    );
  });
});
