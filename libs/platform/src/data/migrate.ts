import { Migrator, type Migration } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { migrationConfigSchema, readConfig } from '../boot/config';

export type MigrationClass = new (...args: ConstructorParameters<typeof Migration>) => Migration;

/** Brings the service's schema up to date as its owner; two at once wait for each other. Gives the names it ran. */
export const migrate = async (migrations: readonly MigrationClass[]): Promise<string[]> => {
  const config = readConfig(migrationConfigSchema);
  const lock = new Client({ connectionString: config.MIGRATION_DATABASE_URL });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock(hashtext($1))', [`migrate ${config.DATABASE_SCHEMA}`]);
    const orm = new MikroORM({
      clientUrl: config.MIGRATION_DATABASE_URL,
      schema: config.DATABASE_SCHEMA,
      entities: [],
      discovery: { warnWhenNoEntities: false },
      extensions: [Migrator],
      logger: () => undefined,
      migrations: {
        tableName: 'migration',
        snapshot: false,
        disableForeignKeys: false,
        migrationsList: migrations.map((migration) => ({ name: migration.name, class: migration })),
      },
    });
    try {
      return (await orm.migrator.up()).map((migration) => migration.name);
    } finally {
      await orm.close(true);
    }
  } finally {
    await lock.end();
  }
};
