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

/** A photo of a camera that says where it was taken and whose it is. */
export const photoWithExif = async (color: string, name: string, secret: string): Promise<Upload> => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1600, height: 1200, channels: 3, background: color } })
    .withExif({
      IFD0: { Artist: secret, ImageDescription: secret },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 44/1 2100/100', GPSAreaInformation: secret },
    })
    .jpeg()
    .toBuffer(),
});

/** A document of one empty page. */
export const pdfOf = (name: string): Upload => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj',
      'trailer<</Root 1 0 R>>',
      '%%EOF',
    ].join('\n'),
  ),
});
