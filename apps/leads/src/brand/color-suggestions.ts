import type { CompanyColors } from '@porchlight/contracts';
import { defaultColors } from './brand.defaults';

type Rgb = readonly [red: number, green: number, blue: number];
interface Tint {
  readonly rgb: Rgb;
  readonly count: number;
}

const spread = (rgb: Rgb): number => Math.max(...rgb) - Math.min(...rgb);
/** How different two colours look, 0 to some 765 ("redmean", a weighted distance in RGB). */
const distance = (one: Rgb, other: Rgb): number => {
  const mean = (one[0] + other[0]) / 2;
  const [red, green, blue] = [one[0] - other[0], one[1] - other[1], one[2] - other[2]];
  return Math.sqrt((2 + mean / 256) * red ** 2 + 4 * green ** 2 + (2 + (255 - mean) / 256) * blue ** 2);
};

const alike = 90;
const distinct = 140;
/** Paper, ink and shades of grey are in every logo and say nothing of a company. */
const isColor = (rgb: Rgb): boolean => spread(rgb) >= 40 && Math.max(...rgb) >= 40 && Math.min(...rgb) <= 225;

/** Sixteen shades of each channel; each cell with the mean of what fell into it. */
const tintsOf = (pixels: Buffer): Tint[] => {
  const cells = new Map<number, [red: number, green: number, blue: number, count: number]>();
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red, green, blue, alpha] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0, pixels[at + 3] ?? 0];
    if (alpha < 128 || !isColor([red, green, blue])) continue;
    const cell = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4);
    const sum = cells.get(cell) ?? [0, 0, 0, 0];
    cells.set(cell, [sum[0] + red, sum[1] + green, sum[2] + blue, sum[3] + 1]);
  }
  return [...cells.entries()]
    .sort(([one, a], [other, b]) => b[3] - a[3] || one - other)
    .map(([, [red, green, blue, count]]) => ({ rgb: [red / count, green / count, blue / count], count }));
};

/** Neighbouring cells are one colour to the eye: the largest stands for them. */
const gathered = (tints: readonly Tint[]): Tint[] => {
  const kept: { rgb: Rgb; count: number }[] = [];
  for (const tint of tints) {
    const near = kept.find(({ rgb }) => distance(rgb, tint.rgb) < alike);
    if (near) near.count += tint.count;
    else kept.push({ ...tint });
  }
  return kept;
};

const hex = (rgb: Rgb): string =>
  `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
const rgbOf = (color: string): Rgb => [
  parseInt(color.slice(1, 3), 16),
  parseInt(color.slice(3, 5), 16),
  parseInt(color.slice(5, 7), 16),
];

/**
 * Pairs of colours that stand out in a logo (RGBA, row by row), best first: those that cover much of it, vivid ones
 * before dull ones. A logo of one colour gets one of ours beside it; of none, no suggestion. Same logo, same pairs.
 */
export const suggestColors = (pixels: Buffer): CompanyColors[] => {
  const tints = gathered(tintsOf(pixels));
  const all = tints.reduce((sum, { count }) => sum + count, 0);
  const worth = ({ rgb, count }: Tint): number => count * (0.4 + spread(rgb) / 255);
  const [first, ...others] = tints
    .filter(({ count }) => count >= all * 0.02)
    .sort((one, other) => worth(other) - worth(one))
    .map(({ rgb }) => rgb);
  if (!first) return [];
  const [second, third] = others.filter((rgb) => distance(rgb, first) >= distinct);
  const primary = hex(first);
  if (!second) {
    const beside = [defaultColors.secondary, defaultColors.primary].find(
      (ours) => distance(rgbOf(ours), first) >= distinct,
    );
    return beside === undefined ? [] : [{ primary, secondary: beside }];
  }
  return [
    { primary, secondary: hex(second) },
    { primary: hex(second), secondary: primary },
    ...(third ? [{ primary, secondary: hex(third) }] : []),
  ];
};
