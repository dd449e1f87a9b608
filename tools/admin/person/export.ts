import { services } from '@porchlight/contracts';
import { PlainError } from '@porchlight/testing';
import type { Client } from 'pg';
import { z } from 'zod';
import { readArguments, UsageError, type Command } from '../command';
import { connected } from '../connected';
import { inServiceOf } from '../messages/services';
import { databaseUrl } from '../settings';
import { rowsNaming, type Row } from './rows-naming';

/** The ids under which a person is known where their e-mail does not stand: of the account, of a client and its contact. */
const idsOf = async (client: Client, email: string): Promise<string[]> => {
  const account = await inServiceOf(client, 'identity', () =>
    client.query<{ id: string }>('select id from person where lower(email) = $1', [email]),
  );
  const contacts = await inServiceOf(client, 'leads', () =>
    client.query<{ id: string; client_id: string }>('select id, client_id from contact where lower(email) = $1', [
      email,
    ]),
  );
  return [...account.rows.map(({ id }) => id), ...contacts.rows.flatMap((row) => [row.id, row.client_id])];
};

export const personExport: Command = {
  name: 'person export',
  takes: '<e-mail>',
  says: 'prints as JSON every row of every service that names a person, by e-mail or by the ids that it leads to, without secrets. It may name others too: read it before it is handed over',
  prints: true,
  async run(args, say, print) {
    const { words } = readArguments(args, {}, 1);
    const parsed = z.email().safeParse(words[0]);
    if (!parsed.success) throw new UsageError('whom? give an e-mail address');
    const email = parsed.data.toLowerCase();
    const held: Record<string, Record<string, Row[]>> = {};
    await connected(databaseUrl(), async (client) => {
      const known = [email, ...new Set(await idsOf(client, email))];
      for (const service of services) {
        const tables = await rowsNaming(client, service, known);
        const count = Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
        if (count > 0) held[service] = tables;
        say(`${count} rows of ${service}`);
      }
    });
    if (Object.keys(held).length === 0) throw new PlainError('nobody is known by that address');
    print(JSON.stringify({ email, at: new Date().toISOString(), held }, null, 2));
  },
};
