import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contrast, inkOn, nearestPassing, readableOn } from './color';

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const many = { numRuns: 500 };

describe('colours, whatever they are', () => {
  it('can be written on: the ink of mails and buttons passes AA on every ground', () => {
    fc.assert(
      fc.property(color, (ground) => {
        expect(contrast(inkOn(ground), ground)).toBeGreaterThanOrEqual(4.5);
      }),
      many,
    );
  });

  it('are made to read on every ground', () => {
    fc.assert(
      fc.property(color, color, (one, ground) => {
        const worn = readableOn(one, ground) ?? '';
        // On a middling grey nothing but black or white passes, and one of them always does.
        expect(contrast(worn, ground)).toBeGreaterThanOrEqual(4.5);
      }),
      many,
    );
  });

  it('are told whether they pass on several grounds at once, and which is the nearest that does', () => {
    const light = ['#ffffff', '#faf8f4', '#f2eee6'];
    fc.assert(
      fc.property(color, fc.constantFrom(light, ['#16181a', '#1e2124', '#25292d']), (one, grounds) => {
        const { passes, ratio, nearest } = nearestPassing(one, grounds);
        expect(passes).toBe(grounds.every((ground) => contrast(one, ground) >= 4.5));
        expect(ratio).toBe(Math.min(...grounds.map((ground) => contrast(one, ground))));
        for (const ground of grounds) expect(contrast(nearest ?? '', ground)).toBeGreaterThanOrEqual(4.5);
        if (passes) expect(nearest).toBe(one);
      }),
      many,
    );
    expect(nearestPassing('#b45309', light)).toMatchObject({ passes: false });
    expect(nearestPassing('#1f4e46', light)).toMatchObject({ passes: true, nearest: '#1f4e46' });
    expect(nearestPassing('#777777', ['#ffffff', '#000000', '#767676']).nearest).toBeNull();
  });
});
