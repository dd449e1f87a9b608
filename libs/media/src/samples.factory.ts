import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** One chunk of a PNG (PNG specification, section 5.3). */
const chunk = (name: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, sum]);
};

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A grey PNG that says it is so large; its rows, of which there are few, compress to next to nothing. */
export const pngBomb = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = deflateSync(Buffer.alloc(4_000_000), { level: 9 });
  return Buffer.concat([pngSignature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
};

/** A small PNG with chunks of ours right behind its header. */
export const pngWith = async (...chunks: readonly (readonly [name: string, content: Buffer])[]): Promise<Buffer> => {
  const png = await solid('#1f4e46', 8, 8).png().toBuffer();
  const behindHeader = pngSignature.length + 25;
  return Buffer.concat([
    png.subarray(0, behindHeader),
    ...chunks.map(([name, content]) => chunk(name, content)),
    png.subarray(behindHeader),
  ]);
};

export const solid = (color: string, width = 64, height = 48) =>
  sharp({ create: { width, height, channels: 3, background: color } });

/** Left half one colour, right half another: turning it shows. */
export const halves = async (left: string, right: string, width = 64, height = 48) =>
  sharp(
    await solid(right, width, height)
      .composite([
        {
          input: await solid(left, width / 2, height)
            .png()
            .toBuffer(),
          left: 0,
          top: 0,
        },
      ])
      .png()
      .toBuffer(),
  );

/** A photo of a camera that lies on its side, and says where it was, whose it is and what it is called. */
export const photoWithSecrets = async (secret: string): Promise<Buffer> =>
  (await halves('#ff0000', '#0000ff'))
    .withExif({
      IFD0: { Artist: secret, ImageDescription: secret },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 44/1 2100/100', GPSAreaInformation: secret },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>${secret}</rdf></x:xmpmeta>`)
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer();

/** Three frames; the first is of the given colour. */
export const animated = async (first: string): Promise<Buffer> => {
  const frames = await Promise.all([first, '#00ff00', '#0000ff'].map((color) => solid(color, 16, 16).png().toBuffer()));
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100, 100] })
    .toBuffer();
};

/** A GIF whose screen and frame say that they are so large. */
export const gifBomb = async (): Promise<Buffer> => {
  const gif = await solid('#ffffff', 4, 4).gif().toBuffer();
  gif.writeUInt16LE(65_535, 6);
  gif.writeUInt16LE(65_535, 8);
  const frame = gif.indexOf(Buffer.from([0x2c, 0, 0, 0, 0, 4, 0, 4, 0]));
  if (frame > 0) gif.fill(0xff, frame + 5, frame + 9);
  return gif;
};

/** A lossless WebP whose header says 16383 × 16383 (WebP lossless bitstream specification, section 3). */
export const webpBomb = async (): Promise<Buffer> => {
  const webp = await solid('#ffffff', 4, 4).webp({ lossless: true }).toBuffer();
  const size = webp.indexOf('VP8L') + 9;
  webp.writeUInt32LE(((webp.readUInt32LE(size) & 0xf000_0000) | 0x0fff_bffe) >>> 0, size);
  return webp;
};

export const polyglot = async (): Promise<Buffer> => {
  const script = '<script>alert(document.domain)</script>';
  const jpeg = await solid('#1f4e46')
    .withExif({ IFD0: { ImageDescription: script } })
    .jpeg()
    .toBuffer();
  return Buffer.concat([jpeg, Buffer.from(`<!doctype html><html>${script}</html>`)]);
};

/** A ZIP archive of uncompressed entries (APPNOTE, sections 4.3.7 to 4.3.16). */
const zipOf = (entries: readonly (readonly [name: string, content: string])[]): Buffer => {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const [title, body] = [Buffer.from(name), Buffer.from(content)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(body), 10);
    about.writeUInt32LE(body.length, 14);
    about.writeUInt32LE(body.length, 18);
    about.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, title, body]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0'), about, place, title);
    bodies.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, Buffer.from('PK\x05\x06'), end]);
};

/** The least that is a Word or Excel file (ECMA-376, part 2). */
export const officeFile = (of: 'docx' | 'xlsx'): Buffer => {
  const [folder, part, type] =
    of === 'docx'
      ? ['word', 'document', 'wordprocessingml.document.main']
      : ['xl', 'workbook', 'spreadsheetml.sheet.main'];
  return zipOf([
    [
      '[Content_Types].xml',
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${folder}/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/></Types>`,
    ],
    [`${folder}/${part}.xml`, `<?xml version="1.0"?><${part}/>`],
  ]);
};
