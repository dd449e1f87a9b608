import type { MikroORM } from '@mikro-orm/postgresql';
import type { MigrationClass } from './migrate';

/**
 * Rejects while the schema has not seen every migration that this version was written for. One that has seen more is
 * that of the version after, which this version runs on: migrations expand before they contract.
 */
export const schemaCheck = (orm: MikroORM, migrations: readonly MigrationClass[]): (() => Promise<void>) => {
  let complete = false;
  return async () => {
    if (complete) return;
    const rows = await orm.em.fork().execute<{ name: string }[]>('select name from migration');
    const seen = new Set(rows.map(({ name }) => name));
    const missing = migrations.filter(({ name }) => !seen.has(name));
    if (missing.length > 0) throw new Error(`the schema has not seen ${missing.map(({ name }) => name).join(', ')}`);
    complete = true;
  };
};
