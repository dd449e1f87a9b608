interface Hsl {
  readonly hue: number;
  readonly saturation: number;
  readonly lightness: number;
}

/** Hue in degrees, the rest 0 to 1. Takes `#rrggbb`. */
function hslOf(color: string): Hsl {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  const lightness = most - spread / 2;
  if (spread === 0) return { hue: 0, saturation: 0, lightness };
  const sixth =
    most === red
      ? ((green - blue) / spread) % 6
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  return { hue: (sixth * 60 + 360) % 360, saturation: spread / (1 - Math.abs(2 * lightness - 1)), lightness };
}

/** Where a hue ends and the next word begins. */
const hues: readonly (readonly [end: number, word: string])[] = [
  [14, 'red'],
  [42, 'orange'],
  [68, 'yellow'],
  [160, 'green'],
  [190, 'teal'],
  [255, 'blue'],
  [290, 'purple'],
  [340, 'pink'],
  [361, 'red'],
];

/** A colour in a word or two, for those who cannot see it: `dark green`. */
export function colourWords(color: string): string {
  const { hue, saturation, lightness } = hslOf(color);
  if (lightness < 0.06) return 'black';
  if (lightness > 0.96) return 'white';
  const shade = lightness < 0.32 ? 'dark ' : lightness > 0.72 ? 'light ' : '';
  if (saturation < 0.12) return `${shade}grey`;
  // Dark orange is what people call brown.
  const word = hues.find(([end]) => hue < end)?.[1] ?? 'red';
  return word === 'orange' && lightness < 0.32 ? 'brown' : `${shade}${word}`;
}
