import { describe, expect, it } from '@jest/globals';
import { contrast } from '@porchlight/contracts';
import { colorsInStyle } from './page.style';

/** Every sixteenth step of each channel: 4,913 colours. */
const steps = [...Array.from({ length: 16 }, (_, at) => at * 16), 255].map((step) =>
  step.toString(16).padStart(2, '0'),
);
const every = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)));
const grounds = [
  ['#faf8f4', '#ffffff'],
  ['#16181a', '#1e2124'],
];
const named = (css: string, name: string): string => new RegExp(`--${name}:(#[0-9a-f]{6})`).exec(css)?.[1] ?? '';

describe('the colours of a public form', () => {
  it('can be read whatever the company chose: words at 4.5:1, the button at 3:1, in light and dark', () => {
    const faults: string[] = [];
    for (const primary of every) {
      const schemes = colorsInStyle({ primary, secondary: primary }).split('@media');
      schemes.forEach((css, scheme) => {
        const [accent, button, label] = ['accent', 'button', 'on-button'].map((name) => named(css, name));
        const worst = (color = '') => Math.min(...(grounds[scheme] ?? []).map((ground) => contrast(color, ground)));
        if (worst(accent) < 4.5 || worst(button) < 3 || contrast(button ?? '', label ?? '') < 4.5) faults.push(primary);
      });
    }
    expect(faults).toEqual([]);
  });
});
