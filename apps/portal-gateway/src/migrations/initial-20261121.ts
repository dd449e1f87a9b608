import { Migration } from '@mikro-orm/migrations';
import { messagingTables } from '@porchlight/messaging';
import { tenantPolicy } from '@porchlight/platform';

export class Initial20261121 extends Migration {
  override up(): void {
    for (const statement of [
      ...messagingTables,
      // Redacted facts only: `project` is portal.fact.project.v1, `shell` is portal.fact.shell.v1, each with its version.
      `create table view (
         project_id uuid primary key,
         company_id uuid not null,
         project jsonb,
         project_version integer not null default 0,
         shell jsonb,
         shell_version integer not null default 0
       )`,
      ...tenantPolicy('view', { capability: 'project_id' }),
      // A person's rights run across companies; no tenant owns the row.
      `create table access (
         person_id uuid primary key,
         staff_of uuid[] not null,
         customer_of uuid[] not null,
         works_on uuid[] not null,
         version integer not null
       )`,
      // Read by the token alone, before any company is known. Holds no token.
      `create table share_link (
         id uuid primary key,
         project_id uuid not null,
         kind text not null check (kind in ('builder', 'customer')),
         label text not null,
         email text,
         ends_on date,
         generation integer not null,
         key_version integer not null,
         person_id uuid check ((person_id is null) = (kind = 'builder')),
         created_at timestamptz not null,
         revoked_at timestamptz,
         last_opened_at timestamptz
       )`,
      'create index share_link_project on share_link (project_id, id)',
      // A customer has one living link of their own.
      `create unique index share_link_own on share_link (project_id, person_id) where kind = 'customer' and revoked_at is null`,
      'create index share_link_person on share_link (person_id) where person_id is not null',
      // What a signed-in viewer's cookie names.
      `create table portal_session (
         id uuid primary key,
         project_id uuid not null,
         person_id uuid not null,
         sid uuid not null,
         created_at timestamptz not null default now(),
         unique (sid, project_id)
       )`,
      // The gateway processes and until when each may push.
      'create table replica (id uuid primary key, lease_until timestamptz not null)',
    ])
      this.addSql(statement);
  }
}
