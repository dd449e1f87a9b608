import { describe, expect, it } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { type PictureKind, RenditionMaker } from './renditions';
import {
  animated,
  gifBomb,
  halves,
  photoWithSecrets,
  pngBomb,
  pngWith,
  polyglot,
  solid,
  webpBomb,
} from './samples.factory';

const maker = new RenditionMaker();
const make = (bytes: Buffer, type: string, kind: PictureKind = 'photo') => maker.make(bytes, type, kind);
const pixelOf = async (bytes: Buffer, left: number, top: number): Promise<number[]> => [
  ...(await sharp(bytes).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];
const near = (pixel: readonly number[], red: number, green: number, blue: number) => {
  for (const [index, channel] of [red, green, blue].entries()) expect(pixel[index]).toBeCloseTo(channel, -1.5);
};
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const html = Buffer.from('<!doctype html><html><body><img src=x onerror=alert(1)></body></html>');

describe('the renditions of a picture', () => {
  it.each(['jpeg', 'png', 'webp', 'gif'] as const)('are made of %s', async (format) => {
    const bytes = await solid('#1f4e46', 2400, 1200).toFormat(format).toBuffer();
    const { mediaType, large, small } = await make(bytes, `image/${format}`);
    expect([mediaType, large.width, large.height, small.width, small.height]).toEqual([
      'image/jpeg',
      1920,
      960,
      720,
      360,
    ]);
    near(await pixelOf(small.bytes, 100, 100), 0x1f, 0x4e, 0x46);
  });

  it('of a logo are PNG with its transparency, small enough for a mail', async () => {
    const noise = Buffer.from(Uint8Array.from({ length: 900 * 450 * 4 }, (_, index) => (index * 2_654_435_761) >>> 24));
    const bytes = await sharp(noise, { raw: { width: 900, height: 450, channels: 4 } })
      .png()
      .toBuffer();
    const { mediaType, large, small } = await make(bytes, 'image/png', 'logo');
    expect([mediaType, large.width, large.height, small.width, small.height]).toEqual([
      'image/png',
      640,
      320,
      320,
      160,
    ]);
    expect((await sharp(large.bytes).metadata()).hasAlpha).toBe(true);
    expect(small.bytes.toString('base64').length).toBeLessThan(400_000);
  });

  it('are not enlarged, down to a single pixel', async () => {
    const { large, small } = await make(await solid('#b45309', 1, 1).png().toBuffer(), 'image/png', 'logo');
    expect([large.width, large.height, small.width, small.height]).toEqual([1, 1, 1, 1]);
    near(await pixelOf(small.bytes, 0, 0), 0xb4, 0x53, 0x09);
  });

  it('hold nothing that a camera wrote, and stand upright', async () => {
    const secret = 'CANARY-exif-1c9d';
    const bytes = await photoWithSecrets(secret);
    expect(bytes.includes(secret)).toBe(true);
    const { large, small } = await make(bytes, 'image/jpeg');
    for (const { bytes: made, width, height } of [large, small]) {
      expect(made.includes(secret)).toBe(false);
      expect(made.includes('Exif')).toBe(false);
      const { exif, xmp, iptc, icc, orientation } = await sharp(made).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
      expect([width, height]).toEqual([48, 64]);
      near(await pixelOf(made, 24, 4), 255, 0, 0);
      near(await pixelOf(made, 24, 60), 0, 0, 255);
    }
  });

  it('are in sRGB, whatever the colours came in', async () => {
    const cmyk = await solid('#b45309').toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    const { large } = await make(cmyk, 'image/jpeg');
    expect(await sharp(large.bytes).metadata()).toMatchObject({ space: 'srgb', channels: 3 });
    near(await pixelOf(large.bytes, 10, 10), 0xb4, 0x53, 0x09);
    const wide = await solid('#ff0000').withIccProfile('p3').png().toBuffer();
    near(await pixelOf((await make(wide, 'image/png', 'logo')).large.bytes, 1, 1), 255, 0, 0);
    const deep = await solid('#1f4e46').toColourspace('rgb16').png().toBuffer();
    near(await pixelOf((await make(deep, 'image/png', 'logo')).large.bytes, 1, 1), 0x1f, 0x4e, 0x46);
    const grey = await solid('#808080').toColourspace('b-w').png().toBuffer();
    near(await pixelOf((await make(grey, 'image/png', 'logo')).large.bytes, 1, 1), 0x80, 0x80, 0x80);
  });

  it('are of the first frame of what moves', async () => {
    const { large } = await make(await animated('#ff0000'), 'image/gif');
    expect([large.width, large.height]).toEqual([16, 16]);
    near(await pixelOf(large.bytes, 8, 8), 255, 0, 0);
  });

  it('keep no byte of what was hidden in or behind a picture', async () => {
    const bytes = await polyglot();
    const { large, small } = await make(bytes, 'image/jpeg');
    for (const { bytes: made } of [large, small]) expect(made.toString('latin1')).not.toMatch(/script|html/i);
  });

  it('are the same for the same bytes', async () => {
    const bytes = await (await halves('#1f4e46', '#b45309')).png().toBuffer();
    const [one, other] = [await make(bytes, 'image/png', 'logo'), await make(bytes, 'image/png', 'logo')];
    expect(one.large.bytes.equals(other.large.bytes)).toBe(true);
  });
});

describe('a picture that is refused', () => {
  const png = () => solid('#1f4e46').png().toBuffer();

  it.each([
    ['SVG', () => svg, 'image/svg+xml'],
    ['SVG called a PNG', () => svg, 'image/png'],
    ['HTML called a GIF', () => html, 'image/gif'],
    ['HTML behind the first bytes of a GIF', () => Buffer.concat([Buffer.from('GIF89a'), html]), 'image/png'],
    ['a PNG called a JPEG', png, 'image/jpeg'],
    ['TIFF', () => solid('#1f4e46').tiff().toBuffer(), 'image/tiff'],
    ['AVIF', () => solid('#1f4e46').avif().toBuffer(), 'image/avif'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj'), 'image/png'],
    ['nothing', () => Buffer.alloc(0), 'image/png'],
  ])('is %s', async (_, bytes, type) => {
    await expect(make(await bytes(), type)).rejects.toMatchObject({ status: 415, code: 'unsupported_media_type' });
  });

  it.each([
    ['a truncated PNG', () => halfOf('png'), 'image/png'],
    ['a truncated JPEG', () => halfOf('jpeg'), 'image/jpeg'],
    ['a truncated WebP', () => halfOf('webp'), 'image/webp'],
    ['a truncated GIF', () => halfOf('gif'), 'image/gif'],
    ['a PNG wider than any can be', async () => pngBomb(2_147_483_647, 1), 'image/png'],
    ['the first bytes of a PNG', async () => (await png()).subarray(0, 8), 'image/png'],
    [
      'HTML behind the first bytes of a GIF, sent as such',
      async () => Buffer.concat([Buffer.from('GIF89a'), html]),
      'image/gif',
    ],
  ])('is %s', async (_, bytes, type) => {
    await expect(make(await bytes(), type)).rejects.toMatchObject({ status: 415 });
  });

  it.each([
    ['PNG', async () => pngBomb(50_000, 50_000), 'image/png'],
    ['PNG of 41 megapixels', async () => pngBomb(8_200, 5_000), 'image/png'],
    ['GIF', gifBomb, 'image/gif'],
    ['WebP', webpBomb, 'image/webp'],
  ])('is a gigantic %s, before any of it is decoded', async (_, bytes, type) => {
    const bomb = await bytes();
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage.rss();
    await expect(make(bomb, type)).rejects.toMatchObject({ status: 413, code: 'body_too_large' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * 1024 * 1024);
  });

  it('is one of too many frames', async () => {
    const frame = await solid('#1f4e46', 2, 2).png().toBuffer();
    const other = await solid('#b45309', 2, 2).png().toBuffer();
    const frames = Array.from({ length: 201 }, (_, index) => (index % 2 ? frame : other));
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    await expect(make(gif, 'image/gif')).rejects.toMatchObject({ status: 413 });
  });

  it('or read without what is compressed beside its pixels', async () => {
    const text = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(120_000_000))]);
    const before = process.memoryUsage.rss();
    await make(await pngWith(['zTXt', text]), 'image/png').catch(() => undefined);
    expect(process.memoryUsage.rss() - before).toBeLessThan(80 * 1024 * 1024);
  });
});

const halfOf = async (format: 'png' | 'jpeg' | 'webp' | 'gif'): Promise<Buffer> => {
  const noise = Buffer.from(Uint8Array.from({ length: 300 * 300 * 3 }, (_, index) => (index * 2_654_435_761) >>> 21));
  const bytes = await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
    .toFormat(format)
    .toBuffer();
  return bytes.subarray(0, bytes.length / 2);
};
