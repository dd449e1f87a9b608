import sharp from 'sharp';

/** A file as a browser is given one. */
export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A logo of two colours, most of it the first. */
export const logoOf = async (ground: string, mark: string): Promise<Upload> => {
  const badge = await sharp({ create: { width: 90, height: 60, channels: 3, background: mark } })
    .png()
    .toBuffer();
  const buffer = await sharp({ create: { width: 300, height: 100, channels: 3, background: ground } })
    .composite([{ input: badge, left: 20, top: 20 }])
    .png()
    .toBuffer();
  return { name: 'logo.png', mimeType: 'image/png', buffer };
};

export const photoOf = async (color: string, name: string): Promise<Upload> => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 640, height: 420, channels: 3, background: color } })
    .jpeg()
    .toBuffer(),
});
