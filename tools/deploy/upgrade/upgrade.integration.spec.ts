import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { schemaOf, services, type ServiceName } from '@porchlight/contracts';
import {
  migrationEnvironment,
  migrateService,
  provisionDatabase,
  startSystem,
  until,
  type System,
} from '@porchlight/testing';
import { Client } from 'pg';
import { migrate } from '../../../libs/platform/src/data/migrate';
import { currentRun, templateDatabase } from '../../../libs/testing/src/run/run-file';
import { earlierMigrations, firstDay } from './test-app/earlier';
import { shapeOf } from './test-app/shape';

/** What no upgrade may touch is all but what services tell each other, which they write anew. */
const ofServices = ['migration', 'reconciled', 'inbox', 'applied_state'];

describe('an installation of an earlier commit that is upgraded with all that is in it', () => {
  const { root, postgresUrl, secrets } = currentRun();
  const earlier = firstDay(root);
  const name = 'porchlight_first_day';
  const urlOf = (database: string): string => Object.assign(new URL(postgresUrl), { pathname: `/${database}` }).href;
  let database: Client;
  let system: System;

  const environment = (service: ServiceName): Record<string, string> =>
    migrationEnvironment(service, {
      postgresUrl: urlOf(name),
      secrets,
    });

  const connected = async (to: string): Promise<Client> => {
    const client = new Client({ connectionString: urlOf(to) });
    await client.connect();
    return client;
  };

  beforeAll(async () => {
    const admin = await connected('postgres');
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name}`);
    await admin.end();
    await provisionDatabase(root, urlOf(name), secrets.roles);
    for (const service of services) {
      Object.assign(process.env, environment(service));
      await migrate(earlierMigrations(service, earlier));
    }
    database = await connected(name);
    // Rows come in any order.
    await database.query('set session_replication_role = replica');
    for (const [schema, tables] of Object.entries(earlier.schemas))
      for (const [table, rows] of Object.entries(tables)) {
        if (table === 'migration') continue;
        const columns = Object.keys(rows[0] ?? {})
          .map((column) => database.escapeIdentifier(column))
          .join(', ');
        await database.query(
          `insert into ${schema}.${table} (${columns}) overriding system value
           select ${columns} from jsonb_populate_recordset(null::${schema}.${table}, $1)`,
          [JSON.stringify(rows)],
        );
        // What counts up goes on behind what is there.
        if (table === 'outbox')
          await database.query(
            `select setval(pg_get_serial_sequence('${schema}.outbox', 'seq'), (select max(seq) from ${schema}.outbox))`,
          );
      }
    // As an operator does: the migrators of the new images, each in a process of its own.
    for (const service of services) await migrateService(root, service, environment(service));
  });
  afterAll(async () => {
    await database?.end();
    await system?.stop();
    const admin = await connected('postgres');
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  });

  it('has the shape of one that was made today', async () => {
    const fresh = await connected(templateDatabase);
    const schemas = services.map(schemaOf);
    expect(await shapeOf(database, schemas)).toEqual(await shapeOf(fresh, schemas));
    await fresh.end();
  });

  it('lets the version before start on it, whose migrations find nothing to do', async () => {
    for (const service of services) {
      Object.assign(process.env, environment(service));
      expect(await migrate(earlierMigrations(service, earlier))).toEqual([]);
    }
  });

  it('keeps every row and every value that was there', async () => {
    const lost: string[] = [];
    for (const [schema, tables] of Object.entries(earlier.schemas))
      for (const [table, rows] of Object.entries(tables)) {
        if (ofServices.includes(table)) continue;
        const { rows: kept } = await database.query<{ row: Record<string, unknown> }>(
          `select to_jsonb(t) as row from ${schema}.${table} t`,
        );
        const now = kept.map(({ row }) => row);
        const same = (one: Record<string, unknown>, other: Record<string, unknown>): boolean =>
          Object.entries(one).every(([column, value]) => JSON.stringify(other[column]) === JSON.stringify(value));
        for (const row of rows)
          if (!now.some((one) => same(row, one))) lost.push(`${schema}.${table} ${JSON.stringify(row)}`);
      }
    expect(lost).toEqual([]);
  });

  it('serves who was there: the builder signs in, the link opens, the portal shows what it showed', async () => {
    await database.end();
    system = await startSystem({ database: name });
    const { owner, projectId } = earlier;
    const builder = system.client();
    await builder.signIn(owner.email, owner.password);
    const project = await builder.get(`/api/projects/${projectId}`);
    expect(project).toMatchObject({ status: 200 });
    const { items } = (await builder.get(`/api/portal/${projectId}/links`)).body;
    const { pathname, search } = new URL(items[0].url);
    const homeowner = system.client();
    expect(await homeowner.get(pathname + search)).toMatchObject({ status: 303 });
    const view = async () => (await homeowner.get(`/api/portal/${projectId}`)).body;
    const before = await until(async () => {
      const now = await view();
      return now.type === undefined && now;
    }, 20_000);
    const update = `After the upgrade of ${project.body.name}`;
    expect(await builder.post(`/api/projects/${projectId}/updates`, { text: update })).toMatchObject({ status: 201 });
    const after = await until(async () => {
      const now = await view();
      return now.version > before.version && now;
    }, 20_000);
    expect(after.updates.map(({ text }: { text: string }) => text)).toEqual([
      update,
      ...before.updates.map(({ text }: { text: string }) => text),
    ]);
    expect(after.updates.length).toBeGreaterThan(1);
    expect(after.milestones).toEqual(before.milestones);
  });
});
