import type { Client } from 'pg';

export interface FoundTable {
  readonly name: string;
  /** Those that are stored; what PostgreSQL computes itself it computes again. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** The record of migrations is not restored but must be the same. */
const migrationTable = 'migration';

/** Every table of a schema, by name. */
export const tablesOf = async (client: Client, schema: string): Promise<FoundTable[]> => {
  const { rows } = await client.query<{ name: string; columns: { name: string; type: string }[] }>(
    `select class.relname::text as name,
            json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod)) order by attnum) as columns
     from pg_class class
       join pg_namespace namespace on namespace.oid = class.relnamespace
       join pg_attribute on attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = ''
     where namespace.nspname = $1 and class.relkind = 'r' and class.relname <> $2
     group by class.relname order by class.relname`,
    [schema, migrationTable],
  );
  return rows;
};

/** The migrations that a schema has seen, in order; null where it has not seen any, or is not there. */
export const migrationsOf = async (client: Client, schema: string): Promise<string[] | null> => {
  const table = `${client.escapeIdentifier(schema)}.${migrationTable}`;
  const { rows: found } = await client.query<{ table: string | null }>('select to_regclass($1) as table', [table]);
  if (!found[0]?.table) return null;
  const { rows } = await client.query<{ name: string }>(`select name from ${table} order by id`);
  return rows.map(({ name }) => name);
};
