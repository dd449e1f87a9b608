import { PlainError } from '@porchlight/installation';
import { emptyBus } from '@porchlight/messaging';
import { join } from 'node:path';
import type { Client } from 'pg';
import { alone } from '../alone';
import { checkSums } from '../backup/checksums';
import { backupsIn } from '../backup/kept-backups';
import { readManifest, type Manifest } from '../backup/manifest';
import { readArguments, UsageError, type Command } from '../command';
import { connected, inTransaction } from '../connected';
import { restoreSettings } from '../settings';
import { addFiles, dropOthers } from './files-in';
import { highestVersion, raiseVersions } from './raised-versions';
import { withoutReferences } from './references';
import { allTables, isInUse, nobodyServes, schemasFit } from './replaceable';
import { readRows } from './rows-in';

type Say = (line: string) => void;

export const restore: Command = {
  name: 'restore',
  takes: '<backup> | latest [--yes]',
  says: 'puts the database and the files of a backup in the place of those that are there; services must be stopped. What is there is replaced only with --yes',
  async run(args, say) {
    const { values, words } = readArguments(args, { yes: { type: 'boolean' } }, 1);
    const [wanted] = words;
    if (!wanted) throw new UsageError('which backup? `admin backup list` names them');
    const settings = restoreSettings();
    const folder = join(settings.backups, await nameOf(settings.backups, wanted));
    const manifest = await readManifest(folder);
    say('checking the backup…');
    await checkSums(folder);
    await connected(settings.databaseUrl, async (client) => {
      await alone(client);
      await nobodyServes(client);
      await schemasFit(client, manifest);
      if (!values.yes && (await inTransaction(client, 'read only', () => isInUse(client))))
        throw new PlainError('there is data here, which the backup would replace: say --yes, after a backup of it');
      // Files first, and none is taken away before the end: whatever fails, what was there is there.
      for (const { name, path } of settings.folders) await addFiles(join(folder, 'files', name), path);
      // What the streams hold may be of a time that the backup knows nothing of. PostgreSQL fills them again.
      await emptied(settings.busUrl);
      await replaceRows(client, manifest, folder, say);
      for (const { name, path } of settings.folders) await dropOthers(join(folder, 'files', name), path);
    });
    say('done; start the services again');
  },
};

const emptied = (busUrl: string): Promise<void> =>
  emptyBus(busUrl).catch((error: unknown) => {
    throw new PlainError(`NATS could not be emptied: ${error instanceof Error ? error.message : String(error)}`);
  });

const nameOf = async (backups: string, wanted: string): Promise<string> => {
  const names = await backupsIn(backups);
  const name = wanted === 'latest' ? names.at(-1) : wanted;
  if (name && names.includes(name)) return name;
  throw new PlainError(`there is no backup ${wanted} in ${backups}`);
};

const replaceRows = (client: Client, manifest: Manifest, folder: string, say: Say): Promise<void> =>
  inTransaction(client, 'isolation level read committed', async () => {
    const seen = await highestVersion(client);
    const tables = (await allTables(client)).map(
      ({ schema, table }) => `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`,
    );
    await client.query(`truncate ${tables.join(', ')}`);
    await withoutReferences(
      client,
      manifest.schemas.map(({ name }) => name),
      async () => {
        for (const { name, tables: ofSchema } of manifest.schemas) {
          for (const table of ofSchema) await readRows(client, name, table, folder);
          say(`${ofSchema.reduce((sum, { rows }) => sum + rows, 0)} rows of ${name}`);
        }
      },
    );
    say(`${await raiseVersions(client, seen)} facts of portals go out anew`);
    // A service that started meanwhile would keep what it read before.
    await nobodyServes(client);
  });
