import { services } from '@porchlight/contracts';
import { PlainError } from '@porchlight/installation';
import { z } from 'zod';
import { readArguments, UsageError, type Command } from '../command';
import { connected } from '../connected';
import { inServiceOf } from '../messages/services';
import { databaseUrl } from '../settings';
import { knownPerson } from './known-person';
import { rowsNaming, type NamingRow } from './rows-naming';

/** The address that is asked for, in small letters. Throws `UsageError` for anything else. */
export const emailIn = (words: readonly string[]): string => {
  const parsed = z.email().safeParse(words[0]);
  if (!parsed.success) throw new UsageError('whom? give an e-mail address');
  return parsed.data.toLowerCase();
};

const byTable = (rows: readonly NamingRow[]): Record<string, NamingRow['row'][]> => {
  const tables: Record<string, NamingRow['row'][]> = {};
  for (const { table, row } of rows) (tables[table] ??= []).push(row);
  return tables;
};

export const personExport: Command = {
  name: 'person export',
  takes: '<e-mail>',
  says: 'prints as JSON every row of every service that names a person, without secrets: by e-mail, by the ids that it leads to, and by name at the companies that know them. It may name others too: read it before it is handed over',
  prints: true,
  async run(args, say, print) {
    const { words } = readArguments(args, {}, 1);
    const email = emailIn(words);
    const held: Record<string, ReturnType<typeof byTable>> = {};
    await connected(databaseUrl(), async (client) => {
      const person = await knownPerson(client, email);
      for (const service of services) {
        const rows = await inServiceOf(client, service, () => rowsNaming(client, service, person));
        if (rows.length > 0) held[service] = byTable(rows);
        say(`${rows.length} rows of ${service}`);
      }
    });
    if (Object.keys(held).length === 0) throw new PlainError('nobody is known by that address');
    print(JSON.stringify({ email, at: new Date().toISOString(), held }, null, 2));
  },
};
