import type { Client } from 'pg';

interface Reference {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Runs `load` while rows may come in any order: foreign keys are taken away and put back, which checks every row again.
 * To be the tables' owner is enough for that; to switch triggers off takes a superuser.
 */
export const withoutReferences = async (
  client: Client,
  schemas: readonly string[],
  load: () => Promise<void>,
): Promise<void> => {
  const { rows } = await client.query<Reference>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = any(select oid from pg_namespace where nspname = any($1))`,
    [schemas],
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  await load();
  for (const { table, name, definition } of rows)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
};
