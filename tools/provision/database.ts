import { schemaOf, services } from '@porchlight/contracts';
import { appRole, migratorRole } from '@porchlight/installation';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Passwords by role. */
export type RolePasswords = Readonly<Record<string, string>>;

/**
 * Makes every service's schema and its two roles in the database that `url` names, or brings them back to what they
 * should be: the migrator owns the schema, the app role may read and write its rows and nothing else, and nobody sees
 * another's. `url` is of a role that may make roles and schemas.
 */
export const provisionDatabase = async (url: string, passwords: RolePasswords): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const database = escapeIdentifier(rows[0]?.name ?? '');
    // One at a time, should two provision at once.
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('porchlight provision'))`);
    await client.query(`revoke all on database ${database} from public`);
    await client.query('revoke all on schema public from public');
    for (const service of services) {
      const schema = escapeIdentifier(schemaOf(service));
      const [app, migrator] = [escapeIdentifier(appRole(service)), escapeIdentifier(migratorRole(service))];
      await makeRole(client, appRole(service), passwords);
      await makeRole(client, migratorRole(service), passwords);
      await client.query(`grant ${migrator} to current_user`);
      await client.query(`grant connect on database ${database} to ${app}, ${migrator}`);
      await client.query(`create schema if not exists ${schema} authorization ${migrator}`);
      await client.query(`grant usage on schema ${schema} to ${app}`);
      for (const role of [app, migrator]) await client.query(`alter role ${role} set search_path = ${schema}`);
      const byDefault = `alter default privileges for role ${migrator} in schema ${schema}`;
      await client.query(`${byDefault} grant select, insert, update, delete on tables to ${app}`);
      await client.query(`${byDefault} grant usage on sequences to ${app}`);
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
};

const makeRole = async (client: Client, role: string, passwords: RolePasswords): Promise<void> => {
  const password = passwords[role];
  if (!password) throw new Error(`there is no password for the role ${role}`);
  const name = escapeIdentifier(role);
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  if (rowCount === 0) await client.query(`create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole`);
  await client.query(`alter role ${name} password ${escapeLiteral(password)}`);
};
