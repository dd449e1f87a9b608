import { Migration } from '@mikro-orm/migrations';
import { memberColleague } from '@porchlight/messaging';
import { tenantPolicy } from '@porchlight/platform';
import { addressKeyInSql } from '../lead/address-key';

const statements = [
  // Row-level security holds back the owner of the tables as well.
  `select set_config('app.system', 'on', true)`,

  // More of what identity owns is copied.
  `alter table company
     add column time_zone text not null default 'UTC',
     add column locale text not null default 'en',
     add column currency text not null default 'USD'`,
  `alter table company alter column time_zone drop default, alter column locale drop default,
     alter column currency drop default`,
  `alter table member add column name text not null default ''`,
  `alter table member alter column name drop default`,
  // Who has a part in a company is known to the whole of it, under that name.
  memberColleague,
  // The copies made before know less: they are fetched again.
  `delete from applied_state where type in ('identity.company.changed.v1', 'identity.membership.changed.v1')`,
  `delete from reconciled where type in ('identity.company.changed.v1', 'identity.membership.changed.v1')`,
  `create table invitation (
     id uuid primary key,
     company_id uuid not null,
     project_id uuid not null,
     email text not null,
     state text not null,
     generation int not null,
     sent_at timestamptz not null,
     expires_at timestamptz not null,
     accepted_by uuid,
     undelivered_generation int,
     contact_id uuid
   )`,
  `create index on invitation (project_id, email)`,
  `create index on invitation (accepted_by) where accepted_by is not null`,

  // The keys are what likely duplicates have in common.
  `alter table contact add column phone_key text`,
  `update contact set phone_key = right(regexp_replace(phone, '[^0-9]', '', 'g'), 9)
   where length(regexp_replace(phone, '[^0-9]', '', 'g')) >= 6`,
  `create index on contact (company_id, email)`,
  `create index on contact (company_id, phone_key)`,
  `alter table lead
     add column origin text not null default 'typed',
     add column owner_id uuid,
     add column capture_digest text,
     add column address_key text`,
  `alter table lead alter column origin drop default`,
  `update lead set address_key = ${addressKeyInSql('site_address')} where site_address is not null`,
  `create index on lead (company_id, address_key, created_at, id)`,
  `create index on lead (company_id, created_at, id)`,
  `create index on lead (client_id, created_at, id)`,
  `create table lead_activity (
     id uuid primary key,
     company_id uuid not null,
     lead_id uuid not null references lead (id) on delete cascade,
     at timestamptz not null,
     actor_name text not null,
     action text not null,
     subject text,
     changes jsonb not null
   )`,
  `create index on lead_activity (lead_id, id)`,
  // Those without a lead are nobody's, and swept.
  `create table lead_file (
     id uuid primary key,
     company_id uuid not null,
     lead_id uuid references lead (id) on delete set null,
     name text not null,
     kind text not null,
     media_type text not null,
     size int not null,
     added_at timestamptz not null,
     added_by text not null
   )`,
  `create index on lead_file (lead_id, id)`,
  // What a company stores is added up with every upload.
  `create index on lead_file (company_id) include (size) where lead_id is not null`,
  `create index on lead_file (added_at) where lead_id is null`,

  `alter table portal add column converted_at timestamptz`,

  `create table capture_form (
     company_id uuid primary key,
     version int not null,
     slug text not null unique,
     enabled boolean not null,
     heading text not null,
     introduction text not null,
     thanks text not null,
     project_types jsonb not null,
     fields jsonb not null,
     questions jsonb not null
   )`,
  // Every address that a form has or had stays its company's. slug_key follows from the slug: whoever knows the address
  // may read the one row it names.
  `create table capture_address (
     slug_key uuid primary key,
     slug text not null unique,
     company_id uuid not null
   )`,
  `create index on capture_address (company_id)`,

  `alter table brand
     add column logo_id uuid,
     add column suggestions jsonb not null default '[]'`,
  // A row is a picture in the bucket; those given up are swept once no portal can still name them.
  `create table picture (
     id uuid primary key,
     company_id uuid not null,
     kind text not null,
     position int not null,
     alt text,
     width int not null,
     height int not null,
     small_id uuid not null,
     small_width int not null,
     small_height int not null,
     added_at timestamptz not null,
     given_up_at timestamptz
   )`,
  `create index on picture (company_id)`,
  `create index on picture (given_up_at) where given_up_at is not null`,

  // The shape is the one that rate-limiter-flexible writes. Counts may be lost with a crash.
  `create unlogged table rate_limit (
     key varchar(255) primary key,
     points integer not null default 0,
     expire bigint
   )`,
];

const companyTables = ['capture_form', 'invitation', 'lead_activity', 'lead_file', 'picture'];

/** Leads with owners, activity and files; the public form; logo and pictures; how far contacts have come. */
export class WholeFlow20261122 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
    for (const table of companyTables) for (const statement of tenantPolicy(table)) this.addSql(statement);
    for (const statement of tenantPolicy('capture_address', { capability: 'slug_key' })) this.addSql(statement);
  }
}
