import { Migration } from '@mikro-orm/migrations';

/** `password_reset` and `email_confirmation` belong to people, `rate_limit` to nobody: they have no row-level security. */
const statements = [
  // Row-level security holds for the owner of the tables too.
  `select set_config('app.system', 'on', true)`,
  `alter table person
     add column email_confirmed_at timestamptz,
     add column password_version integer not null default 1,
     add column deactivated_at timestamptz`,
  `alter table invitation
     add column version integer not null default 1,
     add column opened_at timestamptz,
     add column renewed_at timestamptz,
     add column mailed boolean not null default false`,
  `alter table invitation alter column mailed drop default`,
  // So that the first state told of an old invitation is newer than none.
  `update invitation set version = generation + 1`,
  // Whether some gateway was ever told that this session is good, and so may show portals to it.
  `alter table session add column sees_portal boolean not null default true`,
  `alter table session alter column sees_portal set default false`,
  `alter table portal_revocation add column link_ids jsonb not null default '[]'`,
  `create table password_reset (
     id uuid primary key,
     email text not null,
     created_at timestamptz not null,
     expires_at timestamptz not null,
     used_at timestamptz
   )`,
  `create index password_reset_email on password_reset (email, created_at)`,
  `create table email_confirmation (
     id uuid primary key,
     person_id uuid not null references person,
     email text not null,
     previous_email text,
     created_at timestamptz not null,
     expires_at timestamptz not null,
     used_at timestamptz
   )`,
  `create index email_confirmation_person on email_confirmation (person_id)`,
  // The shape is the one that rate-limiter-flexible writes. Counts may be lost with a crash.
  `create unlogged table rate_limit (
     key varchar(255) primary key,
     points integer not null default 0,
     expire bigint
   )`,
];

export class Accounts extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
