import sharp from 'sharp';
import type { Logo } from '../letter/logo';

/** A logo that fills the middle half of its transparent picture with one colour, or of an opaque one. */
export const logoOf = async (color: string, ground?: string): Promise<Logo> => {
  const shape = await sharp({ create: { width: 160, height: 60, channels: 3, background: color } })
    .png()
    .toBuffer();
  const background = ground ?? { r: 0, g: 0, b: 0, alpha: 0 };
  const png = await sharp({ create: { width: 320, height: 120, channels: 4, background } })
    .composite([{ input: shape }])
    .png()
    .toBuffer();
  return { base64: png.toString('base64'), width: 160, height: 60 };
};
