import { chown, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyMissing, filesUnder } from '../backup/files';

/** Adds a backup's files to a folder, owned by whom the folder belongs to. */
export const addFiles = async (from: string, to: string): Promise<void> => {
  const added = await copyMissing(from, to);
  const owner = await stat(to).catch(() => null);
  if (!owner || process.getuid?.() !== 0) return;
  for (const path of new Set(added.flatMap((file) => [dirname(file), file])))
    await chown(join(to, path), owner.uid, owner.gid);
};

/** Deletes what the backup does not have: nothing names those files any more. */
export const dropOthers = async (from: string, to: string): Promise<void> => {
  const wanted = new Set(await filesUnder(from));
  for (const file of await filesUnder(to)) if (!wanted.has(file)) await rm(join(to, file));
};
