import type { Client } from 'pg';

const questions: Readonly<Record<string, string>> = {
  columns: `select c.table_schema, c.table_name, c.column_name, c.data_type, c.is_nullable, c.column_default, c.is_generated
    from information_schema.columns c where c.table_schema = any($1)`,
  constraints: `select n.nspname, conrelid::regclass::text as table, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_namespace n on n.oid = connamespace where n.nspname = any($1) and contype <> 'n'`,
  indexes: 'select indexdef from pg_indexes where schemaname = any($1)',
  policies: `select schemaname, tablename, policyname, cmd, roles::text, qual, with_check from pg_policies
    where schemaname = any($1)`,
  guarded: `select relnamespace::regnamespace::text, relname, relrowsecurity, relforcerowsecurity, relacl::text
    from pg_class where relkind = 'r' and relnamespace::regnamespace::text = any($1)`,
};

/** Tables, columns, keys, indexes, policies and rights of schemas, in an order that does not tell how they came about. */
export const shapeOf = async (client: Client, schemas: readonly string[]): Promise<Record<string, string[]>> => {
  const shape: Record<string, string[]> = {};
  for (const [what, question] of Object.entries(questions)) {
    const { rows } = await client.query<object>(question, [schemas]);
    shape[what] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return shape;
};
