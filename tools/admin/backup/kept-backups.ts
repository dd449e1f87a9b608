import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const name = /^\d{4}-\d\d-\d\dT\d{6}Z$/;

/** The names of the whole backups in a folder, oldest first. */
export const backupsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((entry) => name.test(entry)).sort();

/** When a backup was made, from its name. */
export const timeOf = (backup: string): Date => new Date(backup.replace(/T(\d\d)(\d\d)(\d\d)Z$/, 'T$1:$2:$3Z'));

/** Deletes backups older than so many days, and never the newest. Gives their names. */
export const forgetOld = async (folder: string, days: number, now = new Date()): Promise<string[]> => {
  const all = await backupsIn(folder);
  const old = all.slice(0, -1).filter((backup) => now.getTime() - timeOf(backup).getTime() > days * 86_400_000);
  for (const backup of old) await rm(join(folder, backup), { recursive: true });
  return old;
};
