import { problems } from '@porchlight/platform';

/** Bytes as a person reads them: `640 B`, `12 kB`, `3.4 MB`, `21.5 GB`. */
export const byteWords = (bytes: number): string => {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  if (bytes < 999_950_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
};

interface Room {
  /** Bytes. */
  readonly limit: number;
  readonly taken: number;
  /** What is to be added; unknown before it has arrived. */
  readonly needed?: number | undefined;
  /** What may be done about it. */
  readonly remedy: string;
}

/** Throws 409 where a company's files would take up more than they may: with what is left, and what to do. */
export const insistOnRoom = ({ limit, taken, needed, remedy }: Room): void => {
  if (taken + (needed ?? 1) <= limit) return;
  const left = byteWords(Math.max(0, limit - taken));
  const why =
    needed === undefined
      ? `The files of your company take up all of its ${byteWords(limit)}.`
      : `It needs ${byteWords(needed)}, and ${left} of your company’s ${byteWords(limit)} are left.`;
  throw problems.conflict('too_many_files', `${why} ${remedy}`);
};
