import type { CompanyColors } from '@porchlight/contracts';
import { contrast, readableOn } from '@porchlight/contracts/color';

/** The grounds an accent stands on, light and dark (tokens.css): the one that is harder to read on. */
const grounds = { light: { paper: '#f2eee6', ink: '#1f2428' }, dark: { paper: '#25292d', ink: '#16181a' } } as const;
/** The house's own colours and their hand-picked twins for the dark, as in tokens.css. */
const twins = new Map([
  ['#b45309', '#f5b041'],
  ['#1f4e46', '#7fc4b3'],
]);

const worn = (color: string, theme: keyof typeof grounds): string | null => {
  const twin = twins.get(color.toLowerCase());
  if (twin) return theme === 'dark' ? twin : color;
  return readableOn(color, grounds[theme].paper);
};

const inkOn = (color: string, ink: string): string =>
  contrast(color, '#ffffff') >= contrast(color, ink) ? '#ffffff' : ink;

/** The custom properties of a company's colours, each made readable on its ground. */
export function brandProperties(colors: CompanyColors): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const theme of ['light', 'dark'] as const) {
    const { ink } = grounds[theme];
    const accent = worn(colors.primary, theme);
    const second = worn(colors.secondary, theme);
    if (accent) properties.set(`--brand-accent-${theme}`, accent).set(`--brand-on-accent-${theme}`, inkOn(accent, ink));
    if (second) properties.set(`--brand-second-${theme}`, second);
  }
  return properties;
}

const names = ['accent', 'on-accent', 'second'].flatMap((name) => [`--brand-${name}-light`, `--brand-${name}-dark`]);

/** Dresses an element in a company's colours, or undresses it (null). Set through the CSSOM, which a strict CSP allows. */
export function wearBrand(element: HTMLElement, colors: CompanyColors | null): void {
  const properties = colors ? brandProperties(colors) : new Map<string, string>();
  for (const name of names) {
    const value = properties.get(name);
    if (value) element.style.setProperty(name, value);
    else element.style.removeProperty(name);
  }
}
