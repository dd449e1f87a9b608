import { fileLimit } from './file-types';

/** How many uploads a process takes in at once, and on how many of those it works. */
export const uploadBounds = { arriving: 8, working: 4 } as const;
/** Pictures decoded at once. */
export const decodedAtOnce = 1;

const mib = 1024 * 1024;
/** Decoding 40 megapixels: 256 MB for a progressive JPEG in full colour, 208 for an interlaced PNG, 42 for a plain JPEG. */
const decoding = 256 * mib;
/** A picture's pixels, 1920 by 1920 in RGBA, and what was encoded of them, until both are stored. */
const decoded = 16 * mib;
/** What a service holds with nothing to do, after a full day's demo was planted: docs/operations.md, Sizing. */
const idle = 410 * mib;

/**
 * The most that a process which takes in files may need: 410 MB of its own, 8 files of 15 MB and one of them twice while
 * its pieces are joined, one picture being decoded and 4 that were: 865 MB. `npm run check:deploy` compares what it may have.
 */
export const memoryWithUploads =
  idle + (uploadBounds.arriving + 1) * fileLimit + decodedAtOnce * decoding + uploadBounds.working * decoded;
