import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { brandShades, contrast, readableOn } from '@porchlight/contracts/color';
import { brandProperties, wearBrand } from './wear-brand';

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('red', '#ffffff')).toBe(1);
  });

  it('leaves a colour that reads as it is', () => {
    expect(readableOn('#1d4ed8', '#faf8f4')).toBe('#1d4ed8');
    expect(readableOn('no colour', '#faf8f4')).toBeNull();
  });
});

describe("a company's colours", () => {
  /** Where tokens.css has them stand: words on paper and surface, shapes and outlines on what is sunken as well. */
  const grounds = {
    light: { words: ['#faf8f4', '#ffffff'], shapes: ['#f2eee6'] },
    dark: { words: ['#16181a', '#1e2124'], shapes: ['#121416', '#25292d'] },
  };
  const house = fc.constantFrom('#b45309', '#1f4e46', '#B45309', '#f5b041', '#7fc4b3', '#000000', '#ffffff');
  const anyColor = fc.oneof(color, house);

  it('read wherever they are worn, by day and in the dark, whatever they are', () => {
    fc.assert(
      fc.property(anyColor, anyColor, (primary, secondary) => {
        const properties = brandProperties({ primary, secondary });
        for (const theme of ['light', 'dark'] as const) {
          const of = (name: string) => properties.get(`--brand-${name}-${theme}`) ?? '';
          const { words, shapes } = grounds[theme];
          for (const worn of [of('accent'), of('second')]) {
            for (const ground of words) expect(contrast(worn, ground)).toBeGreaterThanOrEqual(4.5);
            for (const ground of shapes) expect(contrast(worn, ground)).toBeGreaterThanOrEqual(3);
          }
          expect(contrast(of('accent'), of('on-accent'))).toBeGreaterThanOrEqual(4.5);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('tell what is done of a bar from the rest of it, and are read when a button grows darker', () => {
    fc.assert(
      fc.property(anyColor, anyColor, (primary, secondary) => {
        const properties = brandProperties({ primary, secondary });
        const of = (name: string) => properties.get(`--brand-${name}-light`) ?? '';
        const shades = brandShades({ primary: of('accent'), secondary: of('second') });
        expect(contrast(of('second'), shades.secondaryLight)).toBeGreaterThanOrEqual(3);
        expect(contrast(of('on-accent'), shades.primaryDark)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 500 },
    );
  });

  it('that are the house’s own have hand-picked twins for the dark', () => {
    const properties = brandProperties({ primary: '#1f4e46', secondary: '#b45309' });
    expect(properties.get('--brand-accent-light')).toBe('#1f4e46');
    expect(properties.get('--brand-accent-dark')).toBe('#7fc4b3');
    expect(properties.get('--brand-second-light')).toBe('#b45309');
    expect(properties.get('--brand-second-dark')).toBe('#f5b041');
  });

  it('come off again', () => {
    const element = document.createElement('div');
    wearBrand(element, { primary: '#1d4ed8', secondary: '#0f766e' });
    expect(element.style.getPropertyValue('--brand-accent-light')).toBe('#1d4ed8');
    wearBrand(element, null);
    expect(element.style.length).toBe(0);
  });
});
