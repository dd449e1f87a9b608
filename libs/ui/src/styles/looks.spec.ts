import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string): string => readFileSync(join(__dirname, name), 'utf8');

/** The custom properties of the first rule with that selector, after `from`. */
const propertiesOf = (css: string, selector: string, from = 0): ReadonlyMap<string, string> => {
  const start = css.indexOf(`${selector} {`, from);
  const body = css.slice(start, css.indexOf('}', start));
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
};

describe('a part of a page with a look of its own', () => {
  const tokens = read('tokens.css');
  const looks = read('looks.css');
  const dark = propertiesOf(tokens, ':root', tokens.indexOf('prefers-color-scheme: dark'));
  const light = new Map([...propertiesOf(tokens, ':root')].filter(([name]) => dark.has(name)));

  it('wears the very colours that the whole page would', () => {
    expect(dark.size).toBeGreaterThan(10);
    expect(propertiesOf(looks, "[data-look='light']")).toEqual(light);
    expect(propertiesOf(looks, "[data-look='dark']")).toEqual(dark);
  });
});
