import { Injectable } from '@nestjs/common';
import { ProblemError } from '@porchlight/platform';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { decodedAtOnce } from './memory';
import { insistOnPicture } from './picture-types';
import { Turns } from './turns';

/** A logo keeps its transparency and is stored as PNG; a photo is stored as JPEG. */
export type PictureKind = 'logo' | 'photo';

/** One size of a picture, as we encoded it. */
export interface Rendition {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

export interface Renditions {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly large: Rendition;
  readonly small: Rendition;
  /** The large one as it was before it was encoded: RGBA, row by row. */
  readonly pixels: Buffer;
}

/** Fit inside these, never enlarged. A logo is shown at half of its size in pixels, for sharp screens. */
const boxes = {
  logo: { large: { width: 640, height: 320 }, small: { width: 320, height: 160 } },
  photo: { large: { width: 1920, height: 1920 }, small: { width: 720, height: 720 } },
} as const;

const mostPixels = 40_000_000;
const mostFrames = 200;
const secondsToDecode = 10;

// One thread a picture, nothing kept between them, and no decoder at hand but those of the kinds we take.
sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
});

const tooLarge = (detail: string): ProblemError => new ProblemError('body_too_large', 413, detail);
const broken = (): ProblemError =>
  new ProblemError('file_refused', 415, 'That picture is broken, or not all of it arrived.');

/** What cannot be decoded is broken; whose decoding takes too long is too large. */
const asRefusal = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error;
  const text = error instanceof Error ? error.message : '';
  if (/timeout/i.test(text)) return tooLarge('That picture takes too long to read.');
  if (/pixel limit|too (large|big)|exceeds/i.test(text)) return tooLarge('That picture is too large.');
  return broken();
};

const raw = ({ width, height }: OutputInfo) => ({ raw: { width, height, channels: 4 as const } });

/**
 * Decodes pictures and encodes them anew, so that nothing their camera, program or sender put into them is kept: turned
 * upright, in sRGB, first frame only. One at a time, as one may take 256 MB; every bound is checked before a pixel is decoded.
 */
@Injectable()
export class RenditionMaker {
  private readonly turns = new Turns({ atOnce: decodedAtOnce, ofEach: decodedAtOnce, patienceMs: 60_000 });

  /** Throws 415 on what is no picture, is another kind than `declared`, or is broken; 413 on what is too large. */
  async make(bytes: Buffer, declared: string, kind: PictureKind): Promise<Renditions> {
    await insistOnPicture(bytes, declared);
    return this.turns.take('', async () => {
      try {
        return await encode(await decode(bytes, kind), kind);
      } catch (error) {
        throw asRefusal(error);
      }
    });
  }
}

interface Decoded {
  readonly pixels: Buffer;
  readonly info: OutputInfo;
}

const decode = async (bytes: Buffer, kind: PictureKind): Promise<Decoded> => {
  const picture = sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels, pages: 1 });
  const { width, height, pages = 1 } = await picture.metadata();
  if (width * height > mostPixels) throw tooLarge('That picture has more than 40 megapixels.');
  if (pages > mostFrames) throw tooLarge(`That picture has more than ${mostFrames} frames.`);
  const { data: pixels, info } = await picture
    .autoOrient()
    .resize({ ...boxes[kind].large, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .timeout({ seconds: secondsToDecode })
    .toBuffer({ resolveWithObject: true });
  return { pixels, info };
};

const encode = async ({ pixels, info }: Decoded, kind: PictureKind): Promise<Renditions> => {
  const as = async (picture: Sharp): Promise<Rendition> => {
    const encoded =
      kind === 'logo'
        ? picture.png({ compressionLevel: 9 })
        : picture.flatten({ background: '#ffffff' }).jpeg({ quality: 80, progressive: true });
    const { data, info: made } = await encoded.toBuffer({ resolveWithObject: true });
    return { bytes: data, width: made.width, height: made.height };
  };
  const whole = () => sharp(pixels, raw(info));
  return {
    mediaType: kind === 'logo' ? 'image/png' : 'image/jpeg',
    large: await as(whole()),
    small: await as(whole().resize({ ...boxes[kind].small, fit: 'inside', withoutEnlargement: true })),
    pixels,
  };
};
