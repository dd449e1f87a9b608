/** Colours as WCAG 2.2 sees them; everything that a company's colours are worn by counts with these. */
type Rgb = readonly [red: number, green: number, blue: number];

const channels = (color: string): Rgb | null => {
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color) ?? [];
  return red && green && blue ? [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)] : null;
};

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** Contrast of two colours (`#rrggbb`), 1 to 21; 1 when one of them is no colour. WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [first, second] = [channels(one), channels(other)];
  if (!first || !second) return 1;
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const toHex = (rgb: Rgb): string =>
  `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

/** A colour part of the way (0 to 1) from one to another. */
const between = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

/** Lighter by `share` (0 to 1): first as bright as its hue allows, then towards white, so that it does not go grey. */
const lighter = (rgb: Rgb, share: number): Rgb => {
  const brightest = Math.max(...rgb);
  if (brightest === 0) return between(black, white, share);
  const [red, green, blue] = rgb;
  const full = 255 / brightest;
  const vivid: Rgb = [red * full, green * full, blue * full];
  return share < 0.5 ? between(rgb, vivid, share * 2) : between(vivid, white, share * 2 - 1);
};

/**
 * The colour nearest to `color` that reads on `ground` at `least` (4.5 is WCAG AA for text): the colour itself when it
 * passes, else darkened on a light ground and lightened on a dark one. Null when `color` is not `#rrggbb`.
 */
export function readableOn(color: string, ground: string, least = 4.5): string | null {
  const rgb = channels(color);
  if (!rgb) return null;
  const onLight = contrast(ground, '#000000') > contrast(ground, '#ffffff');
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = toHex(onLight ? between(rgb, black, share) : lighter(rgb, share));
    if (contrast(candidate, ground) >= least) return candidate;
  }
  return toHex(onLight ? black : white);
}

/**
 * Whether a colour (`#rrggbb`) reads on every one of these grounds at `least`, how well on the worst of them, and the
 * nearest that does on all: the colour itself where it passes. `nearest` is null where no colour could, as between paper
 * and night.
 */
export function nearestPassing(
  color: string,
  grounds: readonly string[],
  least = 4.5,
): { readonly passes: boolean; readonly ratio: number; readonly nearest: string | null } {
  const worst = (candidate: string): number => Math.min(...grounds.map((ground) => contrast(candidate, ground)));
  const ratio = worst(color);
  if (ratio >= least) return { passes: true, ratio, nearest: color };
  const nearest = grounds
    .map((ground) =>
      grounds.reduce(
        (found, each) => readableOn(found, each, least) ?? found,
        readableOn(color, ground, least) ?? color,
      ),
    )
    .find((candidate) => worst(candidate) >= least);
  return { passes: false, ratio, nearest: nearest ?? null };
}

/** The colour of text on a ground: white where that passes AA (4.5:1), else black, which then always does. */
export const inkOn = (ground: string): string => (contrast(ground, '#ffffff') >= 4.5 ? '#ffffff' : '#000000');

/** What follows from a company's two colours (`#rrggbb`): a darker primary and a lighter secondary. */
export const brandShades = ({ primary, secondary }: { readonly primary: string; readonly secondary: string }) => ({
  primaryDark: mixed(primary, black, 0.25),
  secondaryLight: mixed(secondary, white, 0.85),
});

const mixed = (color: string, to: Rgb, share: number): string => toHex(between(channels(color) ?? black, to, share));
