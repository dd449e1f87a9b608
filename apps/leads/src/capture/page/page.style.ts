import { type CompanyColors, inkOn, readableOn } from '@porchlight/contracts';

/** The grounds that the company's colours have to be read on; the same as in the stylesheet. */
const grounds = { light: { paper: '#faf8f4', surface: '#ffffff' }, dark: { paper: '#16181a', surface: '#1e2124' } };
type Scheme = keyof typeof grounds;

const readable = (color: string, ground: string, least?: number): string =>
  readableOn(color, ground, least) ?? inkOn(ground);

/** A company's colours where they are seen on both grounds of a scheme: as words (4.5:1) and as shapes (3:1). WCAG 2.2, 1.4.3 and 1.4.11. */
const worn = ({ primary, secondary }: CompanyColors, scheme: Scheme): string => {
  const { paper, surface } = grounds[scheme];
  // Of two grounds so alike, what reads on the one that is nearer to it reads on the other.
  const harder = scheme === 'light' ? paper : surface;
  const button = readable(primary, harder, 3);
  return [
    `--accent:${readable(primary, harder)}`,
    `--button:${button}`,
    `--on-button:${inkOn(button)}`,
    `--band:${primary}`,
    `--second:${secondary}`,
  ].join(';');
};

/** The colours as custom properties, in front of the stylesheet. */
export const colorsInStyle = (colors: CompanyColors): string =>
  `:root{${worn(colors, 'light')}}@media (prefers-color-scheme:dark){:root{${worn(colors, 'dark')}}}`;
