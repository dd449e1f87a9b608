import { ProblemError } from '@porchlight/platform';
import { fileTypeFromBuffer } from 'file-type';

/** What may be uploaded as a picture; each is stored as something that we encoded. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;
/** In bytes, as it arrives. */
export const pictureLimit = 5 * 1024 * 1024;

const refused = (detail: string): ProblemError => new ProblemError('unsupported_media_type', 415, detail);

/** What its first bytes say it is; an animated PNG is a PNG. Never the word of its sender alone. */
export const typeOfBytes = async (bytes: Buffer): Promise<string | null> => {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return found?.mime === 'image/apng' ? 'image/png' : (found?.mime ?? null);
};

/** Throws 415 on what is no picture that we take, or another one than its sender says. */
export const insistOnPicture = async (bytes: Buffer, declared: string): Promise<void> => {
  const type = await typeOfBytes(bytes);
  if (type === null || !pictureTypes.some((known) => known === type))
    throw refused('That is no picture we can take: JPEG, PNG, WebP or GIF.');
  if (type !== declared) throw refused(`That is ${type}, but was sent as ${declared}.`);
};
