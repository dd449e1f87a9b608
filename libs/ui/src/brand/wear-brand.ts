import type { CompanyColors } from '@porchlight/contracts';
import { contrast, readableOn } from './contrast';

/** The grounds an accent stands on, light and dark (tokens.css): the one that is harder to read on. */
const grounds = { light: { paper: '#f2eee6', ink: '#1f2428' }, dark: { paper: '#25292d', ink: '#16181a' } } as const;
/** The house's own pair has hand-picked dark twins in tokens.css. */
const house = { primary: '#b45309', secondary: '#1f4e46' };

const inkOn = (color: string, ink: string): string =>
  contrast(color, '#ffffff') >= contrast(color, ink) ? '#ffffff' : ink;

/** The custom properties of a company's colours, each made readable on its ground. Empty for the house's own colours. */
export function brandProperties(colors: CompanyColors): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const theme of ['light', 'dark'] as const) {
    const { paper, ink } = grounds[theme];
    const accent = colors.primary.toLowerCase() === house.primary ? null : readableOn(colors.primary, paper);
    const second = colors.secondary.toLowerCase() === house.secondary ? null : readableOn(colors.secondary, paper);
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
