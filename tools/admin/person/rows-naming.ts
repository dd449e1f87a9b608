import { schemaOf, type ServiceName } from '@porchlight/contracts';
import type { Client } from 'pg';
import { tablesOf } from '../backup/tables';
import { inServiceOf } from '../messages/services';

/** Tables in which messaging keeps its books: the same again, on its way for days. */
const books = new Set([
  'outbox',
  'latest_state',
  'inbox',
  'applied_state',
  'dead_letter',
  'reconciled',
  'ended_session',
]);

/** What nobody is shown, not even whose it is. */
const isSecret = (column: string): boolean => /hash|secret|password|token/.test(column);

export type Row = Readonly<Record<string, unknown>>;

/**
 * Every row of a service that holds one of the words, an e-mail address or an id, in whatever column or depth of JSON; by
 * table. So a table that is new tomorrow is searched too.
 */
export const rowsNaming = (
  client: Client,
  service: ServiceName,
  words: readonly string[],
): Promise<Record<string, Row[]>> =>
  inServiceOf(client, service, async () => {
    const found: Record<string, Row[]> = {};
    for (const { name, columns } of await tablesOf(client, schemaOf(service))) {
      if (books.has(name)) continue;
      const { rows } = await client.query<{ row: Row }>(
        `select to_jsonb(one) - $2::text[] as row from ${client.escapeIdentifier(name)} one
         where exists (select from unnest($1::text[]) word where position(lower(word) in lower((to_jsonb(one) - $2::text[])::text)) > 0)`,
        [words, columns.map((column) => column.name).filter(isSecret)],
      );
      if (rows.length > 0) found[name] = rows.map(({ row }) => row);
    }
    return found;
  });
