import { Refusal, plainly } from '../api/refusal';

/** Bytes as a person reads them: `640 B`, `12 kB`, `3.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const photoTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];
export const fileTypes: readonly string[] = [
  ...photoTypes,
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];
const largest = 15 * 1024 * 1024;

/** Why a file is not even sent; the service looks at it for itself. */
export function faultOfFile({ name, size, type }: Pick<File, 'name' | 'size' | 'type'>): string | null {
  if (size === 0) return `${name} is empty.`;
  if (type === 'image/heic' || type === 'image/heif')
    return `${name} is in the format of iPhones (HEIC). Save or send it as JPEG and add that.`;
  if (!fileTypes.includes(type))
    return `${name} is of a kind that is not kept here. Photos (JPEG, PNG, WebP, GIF), PDF, Word and Excel are.`;
  return size > largest ? `${name} is larger than 15 MB.` : null;
}

/** The same where only a photo will do. */
export const faultOfPhoto = (file: Pick<File, 'name' | 'size' | 'type'>): string | null =>
  fileTypes.includes(file.type) && !photoTypes.includes(file.type) ? `${file.name} is no photo.` : faultOfFile(file);

/** Why a file was not taken, with its name. */
export const whyRefused = (error: unknown, name: string): string =>
  error instanceof Refusal && [409, 413, 415].includes(error.status)
    ? `${name} was not taken: ${error.message}`
    : `${name} was not sent: ${plainly(error)}`;
