import { Migration } from '@mikro-orm/migrations';
import { messagingTables } from '@porchlight/messaging';
import { tenantPolicy } from '@porchlight/platform';

/** `person`, `session` and `portal_revocation` belong to people across companies: they have no row-level security. */
const tables = [
  `create table person (
     id uuid primary key,
     email text not null unique,
     name text not null,
     password_hash text not null,
     membership_version integer not null,
     created_at timestamptz not null
   )`,
  `create table session (
     id uuid primary key,
     person_id uuid not null references person,
     token_hash text not null,
     previous_hash text,
     rotated_at timestamptz,
     device text not null,
     created_at timestamptz not null,
     last_used_at timestamptz not null,
     expires_at timestamptz not null,
     ended_at timestamptz
   )`,
  `create index session_open on session (person_id) where ended_at is null`,
  `create index session_ended on session (ended_at) where ended_at is not null`,
  `create table company (
     id uuid primary key,
     version integer not null,
     name text not null,
     time_zone text not null,
     locale text not null,
     currency text not null,
     working_days jsonb not null,
     holidays jsonb not null,
     amber_days integer not null,
     contact jsonb not null,
     created_at timestamptz not null
   )`,
  `create table membership (
     id uuid primary key,
     company_id uuid not null references company,
     project_id uuid,
     person_id uuid not null references person,
     role text not null check (role in ('owner', 'manager', 'subcontractor', 'customer')),
     created_at timestamptz not null,
     removed_at timestamptz,
     check ((project_id is null) = (role in ('owner', 'manager')))
   )`,
  `create unique index membership_once on membership (person_id, company_id, project_id)
     nulls not distinct where removed_at is null`,
  `create index membership_place on membership (company_id, project_id) where removed_at is null`,
  `create table invitation (
     id uuid primary key,
     company_id uuid not null references company,
     project_id uuid,
     email text not null,
     name text,
     role text not null check (role in ('manager', 'subcontractor', 'customer')),
     message text,
     state text not null check (state in ('pending', 'accepted', 'revoked')),
     generation integer not null,
     key_version integer not null,
     invited_by uuid not null references person,
     sent_at timestamptz not null,
     expires_at timestamptz not null,
     accepted_by uuid references person,
     accepted_at timestamptz,
     created_at timestamptz not null,
     unique nulls not distinct (company_id, project_id, email)
   )`,
  `create table project_copy (
     project_id uuid primary key,
     company_id uuid not null,
     name text not null
   )`,
  `create table portal_revocation (
     id uuid primary key,
     person_id uuid not null references person,
     project_id uuid,
     sid uuid,
     created_at timestamptz not null
   )`,
];

/** Members see the company and the projects they belong to, whichever company that is. */
const memberPolicies = [
  `create policy company_of_member on company for select using (exists (
     select from membership m where m.company_id = company.id and m.removed_at is null
        and m.person_id = nullif(current_setting('app.person_id', true), '')::uuid))`,
  `create policy project_of_member on project_copy for select using (exists (
     select from membership m where m.company_id = project_copy.company_id and m.removed_at is null
        and (m.project_id is null or m.project_id = project_copy.project_id)
        and m.person_id = nullif(current_setting('app.person_id', true), '')::uuid))`,
];

export class Founding extends Migration {
  override up(): void {
    const policies = [
      ...tenantPolicy('company', { company: 'id' }),
      ...tenantPolicy('membership', { person: 'person_id' }),
      ...tenantPolicy('invitation', { capability: 'id' }),
      ...tenantPolicy('project_copy'),
      ...memberPolicies,
    ];
    for (const statement of [...messagingTables, ...tables, ...policies]) this.addSql(statement);
  }
}
