import type { AnswerOf, askBrand } from '@porchlight/contracts';
import { createHash } from 'node:crypto';
import type { InlinePicture } from '../mail/smtp';

/** What leads says of a company's looks. */
export type Look = AnswerOf<typeof askBrand>;
export type Logo = NonNullable<Look['logo']>;

const most = { width: 220, height: 80 };

/** How wide a logo stands in a mail, in CSS pixels: as it is given, or as large as there is room for. */
export const widthOf = ({ width, height }: Logo): number =>
  Math.max(1, Math.round(Math.min(1, most.width / width, most.height / height) * width));

/** The logo as a part of the mail; the same picture has the same name in every mail. */
export const travelling = ({ base64 }: Logo): InlinePicture => ({
  cid: `${createHash('sha256').update(base64).digest('hex').slice(0, 32)}@logo.porchlight`,
  png: Buffer.from(base64, 'base64'),
});

/** The logo as an address that holds it, for a page that shows a mail. */
export const inPlace = ({ base64 }: Logo): string => `data:image/png;base64,${base64}`;
