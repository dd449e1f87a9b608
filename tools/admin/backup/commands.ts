import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { readArguments, UsageError, type Command } from '../command';
import { backupSettings, backupsFolder, watchedSettings } from '../settings';
import { backupsIn, forgetOld } from './kept-backups';
import { readManifest } from './manifest';
import { tellOfBackups } from './told-of-backups';
import { writeBackup } from './write-backup';

const dayMs = 86_400_000;

const daysIn = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new UsageError('--keep-days takes a number of days');
  return Number(text);
};

export const backup: Command = {
  name: 'backup',
  takes: '[--daily] [--keep-days <n>]',
  says: 'writes the database and all files to a new folder in BACKUP_DIR; with --daily now and every 24 hours; older backups than --keep-days go',
  async run(args, say) {
    const { values } = readArguments(args, { daily: { type: 'boolean' }, 'keep-days': { type: 'string' } });
    const keepDays = daysIn(values['keep-days']);
    const settings = backupSettings();
    const once = async (): Promise<void> => {
      say(`wrote ${await writeBackup(settings, say)}`);
      for (const old of keepDays === undefined ? [] : await forgetOld(settings.backups, keepDays))
        say(`deleted ${old}, which is older than ${keepDays} days`);
    };
    if (!values.daily) return once();
    const silence = await tellOfBackups(watchedSettings());
    const end = new AbortController();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => end.abort());
    while (!end.signal.aborted) {
      // A night without a backup shows in the log and in the age of the newest; it is tried again the next.
      await once().catch((error: unknown) => console.error(`backup: FAILED: ${String(error)}`));
      await pause(dayMs, undefined, { signal: end.signal }).catch(() => undefined);
    }
    silence();
  },
};

export const backupList: Command = {
  name: 'backup list',
  takes: '',
  says: 'lists the backups in BACKUP_DIR, oldest first',
  async run(args, say) {
    readArguments(args, {});
    const backups = backupsFolder();
    const names = await backupsIn(backups);
    if (names.length === 0) say(`there is none in ${backups}`);
    for (const name of names) {
      const { version, schemas, folders } = await readManifest(join(backups, name));
      const rows = schemas.flatMap(({ tables }) => tables).reduce((sum, table) => sum + table.rows, 0);
      const files = folders.reduce((sum, folder) => sum + folder.files, 0);
      say(`${name}  of ${version}, ${rows} rows, ${files} files`);
    }
  },
};
