import { constants, copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** Every file under a folder, relative to it and in order; none where there is no such folder. */
export const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
};

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EEXIST');

/** Copies what is not there yet: files have random names and never change. One that goes meanwhile is left out. */
export const copyMissing = async (from: string, to: string): Promise<string[]> => {
  const there = new Set(await filesUnder(to));
  const missing = (await filesUnder(from)).filter((file) => !there.has(file));
  for (const file of missing) {
    await mkdir(dirname(join(to, file)), { recursive: true });
    await copyFile(join(from, file), join(to, file), constants.COPYFILE_EXCL).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
  }
  return missing;
};

export const sizeOf = async (folder: string): Promise<{ files: number; bytes: number }> => {
  const files = await filesUnder(folder);
  let bytes = 0;
  for (const file of files) bytes += (await stat(join(folder, file))).size;
  return { files: files.length, bytes };
};
