import { contrast } from '@porchlight/contracts';
import { createHash } from 'node:crypto';
import type { Logo } from './logo';

/** Half as far from its ground as large text has to be: what a shape is still made out by. */
const seen = 1.5;
/** How many pixels each way are looked at. */
const sample = 64;

interface Ink {
  readonly color: string;
  /** 0 to 1. */
  readonly opacity: number;
}

const hex = (channel: number): string => channel.toString(16).padStart(2, '0');

/** Loaded with the first logo, which a start can do without; it reads PNG, and nothing else. */
const loadSharp = async () => {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadPng'] });
  return sharp;
};
let loaded: ReturnType<typeof loadSharp> | undefined;

/** What each pixel of the logo is drawn with. */
const inkOf = async (png: Buffer): Promise<Ink[]> => {
  const sharp = await (loaded ??= loadSharp());
  const pixels = await sharp(png, { limitInputPixels: 4_000_000 })
    .resize(sample, sample, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer();
  return Array.from({ length: pixels.length / 4 }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(index * 4, index * 4 + 4);
    return { color: `#${hex(red)}${hex(green)}${hex(blue)}`, opacity: alpha / 255 };
  });
};

/** Whether it is a whole rectangle, which brings its own ground with it. */
const isWhole = (ink: readonly Ink[]): boolean => ink.filter(({ opacity }) => opacity > 0.9).length > 0.95 * ink.length;

/** How much of the ink, 0 to 1, stands out from a ground. */
const shareSeen = (ink: readonly Ink[], ground: string): number => {
  const total = ink.reduce((sum, { opacity }) => sum + opacity, 0);
  const standsOut = ink.filter(({ color }) => contrast(color, ground) >= seen);
  return total === 0 ? 1 : standsOut.reduce((sum, { opacity }) => sum + opacity, 0) / total;
};

/** What was found not long ago: the mails of a batch have one logo. */
const found = new Map<string, Promise<string>>();
const remembered = 50;

/**
 * The first of the grounds (`#rrggbb`) on which the logo shows about as much of itself as on any of them: a transparent
 * logo drawn in white would be lost on white, and a dark one on a dark ground. Rejects when the logo is no picture.
 */
export const groundFor = ({ base64 }: Logo, grounds: readonly [string, ...string[]]): Promise<string> => {
  const png = Buffer.from(base64, 'base64');
  const key = [...grounds, createHash('sha256').update(png).digest('base64')].join(' ');
  const known = found.get(key);
  if (known) return known;
  const ground = chosen(png, grounds);
  found.set(key, ground);
  ground.catch(() => found.delete(key));
  for (const oldest of [...found.keys()].slice(0, Math.max(0, found.size - remembered))) found.delete(oldest);
  return ground;
};

const chosen = async (png: Buffer, grounds: readonly [string, ...string[]]): Promise<string> => {
  const ink = await inkOf(png);
  if (isWhole(ink)) return grounds[0];
  const shares = grounds.map((ground) => shareSeen(ink, ground));
  const enough = Math.max(...shares) - 0.1;
  return grounds[shares.findIndex((share) => share >= enough)] ?? grounds[0];
};
