import { describe, expect, it } from '@jest/globals';
import { services } from '@porchlight/contracts';
import type { MigrationClass } from '../../../libs/platform/src/data/migrate';
import { narrowingsOf } from './narrowing';
import { contracted, released } from './released';
import { allMigrations } from './test-app/earlier';

const statementsOf = async (Class: MigrationClass): Promise<string[]> => {
  // What a migration says does not depend on the database that it is said to.
  const migration = new Class(...([] as unknown as ConstructorParameters<MigrationClass>));
  await migration.up();
  return migration.getQueries().map(String);
};

describe('the version before runs on the schema of the version after', () => {
  it.each(services)('as no later migration of %s narrows it', async (service) => {
    const known = [...released[service], ...contracted[service]];
    const later = allMigrations[service].filter(({ name }) => !known.includes(name));
    const found = await Promise.all(
      later.map(async (one) => narrowingsOf(await statementsOf(one)).map((what) => `${one.name} ${what}`)),
    );
    expect(found.flat()).toEqual([]);
  });

  it('as those of the first version would be found to', async () => {
    const found = await Promise.all(
      services.flatMap((service) =>
        allMigrations[service].map(async (one) => (narrowingsOf(await statementsOf(one)).length > 0 ? one.name : '')),
      ),
    );
    expect(found).toEqual(expect.arrayContaining(['Accounts', 'Parts20261121', 'Sharing20261122']));
  });

  it('and names only migrations that there are', () => {
    for (const service of services) {
      const names = allMigrations[service].map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([...released[service], ...contracted[service]]));
    }
  });
});

describe('a migration', () => {
  it.each([
    'drop table note',
    'alter table note drop column body',
    'alter table note rename column body to text',
    'alter table note rename to remark',
    'alter table note alter column body set not null',
    'alter table note alter column kind drop default',
    'alter table note alter column kind type integer',
    'alter table note add column kind text not null',
    `alter table note add column a text default 'x', add column kind text not null`,
    'alter table note add constraint note_kind check (kind > 0)',
    'alter table note\n  add unique (body)',
    'create unique index note_body on note (body)',
    'revoke insert on note from app',
  ])('narrows by: %s', (statement) => {
    expect(narrowingsOf([statement])).toHaveLength(1);
  });

  it.each([
    'alter table note add column kind text',
    `alter table note add column kind text not null default 'plain'`,
    'alter table note alter column body drop not null',
    'alter table note drop constraint note_kind',
    'create index note_body on note (body)',
    'drop index note_body',
    'create table kind (id uuid primary key, name text not null unique, check (name > 0))',
    `update note set body = '' where body is null`,
  ])('only adds by: %s', (statement) => {
    expect(narrowingsOf([statement])).toEqual([]);
  });

  it('does as it likes with tables of its own', () => {
    expect(
      narrowingsOf([
        'create table kind (id uuid, name text)',
        'create unique index kind_name on kind (name)',
        'alter table kind add constraint kind_id primary key (id)',
      ]),
    ).toEqual([]);
  });
});
