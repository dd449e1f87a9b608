import { Refusal, plainly } from '../../api/refusal';

/** Bytes as a person reads them: `640 B`, `12 kB`, `3.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What is not sent at all. The service's own limits stand behind it. */
export function faultOfFile({ name, size }: Pick<File, 'name' | 'size'>): string | null {
  return size === 0 ? `${name} is empty.` : null;
}

/** Why a file was not taken, with its name. */
export const whyRefused = (error: unknown, name: string): string =>
  error instanceof Refusal && [409, 413, 415].includes(error.status)
    ? `${name} was not taken: ${error.message}`
    : `${name} was not sent: ${plainly(error)}`;
