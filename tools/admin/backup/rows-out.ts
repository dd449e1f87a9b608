import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import type { FoundTable } from './tables';

const batch = 500;

/** Writes a table's rows as they are in the transaction of `client`. Gives how many there were. */
export const writeRows = async (client: Client, schema: string, table: FoundTable, file: string): Promise<number> => {
  let count = 0;
  const quoted = (name: string): string => client.escapeIdentifier(name);
  const values = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
  await client.query(
    `declare rows no scroll cursor for
     select array_to_json(array[${values}]::text[])::text as row from ${quoted(schema)}.${quoted(table.name)}`,
  );
  const lines = async function* (): AsyncGenerator<string> {
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`fetch ${batch} from rows`);
      if (rows.length === 0) return;
      count += rows.length;
      yield rows.map(({ row }) => `${row}\n`).join('');
    }
  };
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(file, { mode: 0o600 }));
  await client.query('close rows');
  return count;
};
