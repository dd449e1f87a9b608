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

/** A step of the way from a colour to black or white; `share` 0 is the colour itself. */
const towards = (rgb: Rgb, end: number, share: number): Rgb => {
  const [red, green, blue] = rgb;
  const mix = (channel: number) => channel + (end - channel) * share;
  return [mix(red), mix(green), mix(blue)];
};

/**
 * The colour nearest to `color` that reads on `ground` at `least` (4.5 is WCAG AA for text): the colour itself when it
 * passes, else darkened on a light ground and lightened on a dark one. Null when `color` is not `#rrggbb`.
 */
export function readableOn(color: string, ground: string, least = 4.5): string | null {
  const rgb = channels(color);
  if (!rgb) return null;
  const end = contrast(ground, '#000000') > contrast(ground, '#ffffff') ? 0 : 255;
  for (let share = 0; share <= 1; share += 0.02) {
    const candidate = toHex(towards(rgb, end, share));
    if (contrast(candidate, ground) >= least) return candidate;
  }
  return toHex([end, end, end]);
}
