import { PlainError } from '@porchlight/installation';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Client } from 'pg';
import type { Table } from '../backup/manifest';
import { tablesOf } from '../backup/tables';

const batch = 500;

/** Puts a backup's rows of one table into the empty one. Throws where they are not all there. */
export const readRows = async (client: Client, schema: string, table: Table, folder: string): Promise<void> => {
  const insert = await insertOf(client, schema, table);
  let lines: string[] = [];
  let count = 0;
  const write = async (): Promise<void> => {
    if (lines.length > 0) count += (await client.query(insert, [`[${lines.join(',')}]`])).rowCount ?? 0;
    lines = [];
  };
  const unzipped = createReadStream(join(folder, table.file)).pipe(createGunzip());
  for await (const line of createInterface({ input: unzipped, crlfDelay: Infinity })) {
    lines.push(line);
    if (lines.length >= batch) await write();
  }
  await write();
  if (count !== table.rows) throw new PlainError(`${schema}.${table.name} has ${count} of ${table.rows} rows`);
  await continueSequences(client, schema, table);
};

/** One statement for many rows: each is an array of values in PostgreSQL's own text. */
const insertOf = async (client: Client, schema: string, { name, columns }: Table): Promise<string> => {
  const there = (await tablesOf(client, schema)).find((table) => table.name === name)?.columns ?? [];
  const values = columns.map((column, index) => {
    const type = there.find((one) => one.name === column)?.type;
    if (!type) throw new PlainError(`${schema}.${name} has no column ${column}`);
    return `(value->>${index})::${type}`;
  });
  const quoted = (word: string): string => client.escapeIdentifier(word);
  return `insert into ${quoted(schema)}.${quoted(name)} (${columns.map(quoted).join(', ')}) overriding system value
    select ${values.join(', ')} from json_array_elements($1::json)`;
};

/** The next number is the one after the highest that is there. */
const continueSequences = async (client: Client, schema: string, { name, columns }: Table): Promise<void> => {
  const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
  for (const column of columns) {
    const { rows } = await client.query<{ sequence: string | null }>(
      'select pg_get_serial_sequence($1, $2) as sequence',
      [table, column],
    );
    const sequence = rows[0]?.sequence;
    if (sequence)
      await client.query(
        `select setval($1, coalesce(max(${client.escapeIdentifier(column)}), 0) + 1, false) from ${table}`,
        [sequence],
      );
  }
};
