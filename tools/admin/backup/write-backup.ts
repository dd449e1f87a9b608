import { schemaOf, services } from '@porchlight/contracts';
import { PlainError } from '@porchlight/installation';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { alone } from '../alone';
import { connected, inTransaction } from '../connected';
import type { BackupSettings } from '../settings';
import { writeSums } from './checksums';
import { copyMissing, sizeOf } from './files';
import { manifestFile, type Manifest, type Schema } from './manifest';
import { writeRows } from './rows-out';
import { migrationsOf, tablesOf } from './tables';

/** `2026-11-22T021500Z`: the name of the backup of that second. */
export const nameAt = (at: Date): string => at.toISOString().replaceAll(':', '').replace(/\.\d+/, '');

const part = '.part-';

/**
 * Writes one backup and gives its folder: all schemas in one snapshot, so that what services know of each other belongs
 * together, and the folders of files. Only what is whole gets its name.
 */
export const writeBackup = async (settings: BackupSettings, say: (line: string) => void): Promise<string> =>
  connected(settings.databaseUrl, async (client) => {
    await alone(client);
    const at = new Date();
    const unfinished = join(settings.backups, `${part}${nameAt(at)}`);
    const whole = join(settings.backups, nameAt(at));
    await sweepUnfinished(settings.backups);
    await mkdir(join(unfinished, 'database'), { recursive: true, mode: 0o700 });
    // Before the snapshot and after it: then each file that a row of the snapshot names is there.
    for (const { name, path } of settings.folders) await copyMissing(path, join(unfinished, 'files', name));
    const schemas = await inTransaction(client, 'isolation level repeatable read read only', () =>
      writeSchemas(client, unfinished, say),
    );
    const manifest: Manifest = {
      format: 1,
      at: at.toISOString(),
      version: settings.version,
      postgres: (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? '',
      schemas,
      folders: [],
    };
    for (const { name, path } of settings.folders) {
      const copied = join(unfinished, 'files', name);
      await copyMissing(path, copied);
      const size = await sizeOf(copied);
      manifest.folders.push({ name, ...size });
      say(`${size.files} files of ${name}`);
    }
    await writeFile(join(unfinished, manifestFile), JSON.stringify(manifest, null, 2), { mode: 0o600 });
    await writeSums(unfinished);
    await rename(unfinished, whole);
    return whole;
  });

const sweepUnfinished = async (backups: string): Promise<void> => {
  await mkdir(backups, { recursive: true, mode: 0o700 });
  for (const name of await readdir(backups))
    if (name.startsWith(part)) await rm(join(backups, name), { recursive: true, force: true });
};

const writeSchemas = async (client: Client, folder: string, say: (line: string) => void): Promise<Schema[]> => {
  const schemas: Schema[] = [];
  for (const name of services.map(schemaOf)) {
    const migrations = await migrationsOf(client, name);
    if (!migrations) throw new PlainError(`the schema ${name} was never migrated: there is nothing to back up`);
    const schema: Schema = { name, migrations, tables: [] };
    for (const table of await tablesOf(client, name)) {
      const file = `database/${name}.${table.name}.jsonl.gz`;
      const rows = await writeRows(client, name, table, join(folder, file));
      schema.tables.push({ name: table.name, columns: table.columns.map((column) => column.name), rows, file });
    }
    say(`${schema.tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${name}`);
    schemas.push(schema);
  }
  return schemas;
};
