import sharp from 'sharp';

/** A photo into which its camera wrote where it was, whose it is and what was thought of it. */
export const photoThatTells = (secret: string): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#1f4e46' } })
    .withExif({
      IFD0: { Artist: secret, ImageDescription: secret },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 44/1 2100/100', GPSAreaInformation: secret },
    })
    .jpeg()
    .toBuffer();
