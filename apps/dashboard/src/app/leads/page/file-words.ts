import { Refusal, plainly } from '../../api/refusal';

/** Bytes as a person reads them: `640 B`, `12 kB`, `3.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const fileTypes: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];
const largest = 15 * 1024 * 1024;

/** Why a file is not even sent; the service looks at it for itself. */
export function faultOfFile({ name, size, type }: Pick<File, 'name' | 'size' | 'type'>): string | null {
  if (size === 0) return `${name} is empty.`;
  if (!fileTypes.includes(type))
    return `${name} is of a kind that is not kept here. Photos (JPEG, PNG, WebP, GIF), PDF, Word and Excel are.`;
  return size > largest ? `${name} is larger than 15 MB.` : null;
}

/** Why a file was not taken, with its name. */
export const whyRefused = (error: unknown, name: string): string =>
  error instanceof Refusal && [409, 413, 415].includes(error.status)
    ? `${name} was not taken: ${error.message}`
    : `${name} was not sent: ${plainly(error)}`;
