import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contrast } from '@porchlight/contracts/color';
import { brandProperties } from '@porchlight/ui';
import { placesOf, ratioWords } from './places';

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const faintOf = (primary: string, secondary: string) =>
  placesOf({ primary, secondary }).filter(({ verdict }) => verdict === 'mended');

describe('where colours are worn', () => {
  it('says that yellow is too faint on paper, and mends it by the colour the portal then wears as it is', () => {
    const faint = faintOf('#ffd400', '#1f4e46');
    expect(faint.map(({ of, where }) => [of, where])).toEqual([['primary', 'Portal by day']]);
    const [{ worn = '' } = {}] = faint;
    expect(worn).toBe(brandProperties({ primary: '#ffd400', secondary: '#1f4e46' }).get('--brand-accent-light'));
    expect(faintOf(worn, '#1f4e46')).toEqual([]);
  });

  it('is mended by one tap each, whatever the colours', () => {
    fc.assert(
      fc.property(color, color, (primary, secondary) => {
        const mended = { primary, secondary };
        for (const { of, worn } of faintOf(primary, secondary)) mended[of] = worn;
        expect(faintOf(mended.primary, mended.secondary)).toEqual([]);
      }),
    );
  });

  it('shows nothing that cannot be read', () => {
    fc.assert(
      fc.property(color, color, (primary, secondary) => {
        for (const { ink, ground } of placesOf({ primary, secondary }))
          expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('never rounds up to what would pass', () => {
    expect(ratioWords(4.49)).toBe('4.4 : 1');
    expect(ratioWords(21)).toBe('21.0 : 1');
  });
});
