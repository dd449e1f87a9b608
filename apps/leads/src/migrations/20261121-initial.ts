import { Migration } from '@mikro-orm/migrations';
import { messagingTables } from '@porchlight/messaging';
import { tenantPolicy } from '@porchlight/platform';

const tables = [
  // Copies of what identity owns.
  `create table member (
     person_id uuid primary key,
     version int not null,
     staff_of jsonb not null
   )`,
  `create table company (
     company_id uuid primary key,
     name text not null,
     amber_days int not null,
     contact jsonb not null
   )`,

  `create table brand (
     company_id uuid primary key,
     version int not null,
     primary_color text not null,
     secondary_color text not null
   )`,

  `create table client (
     id uuid primary key,
     company_id uuid not null,
     version int not null,
     name text not null,
     created_at timestamptz not null
   )`,
  `create index on client (company_id, id)`,
  `create table contact (
     id uuid primary key,
     company_id uuid not null,
     client_id uuid not null references client (id),
     name text not null,
     email text,
     phone text,
     is_primary boolean not null
   )`,
  `create index on contact (client_id)`,

  `create table lead (
     id uuid primary key,
     company_id uuid not null,
     client_id uuid not null references client (id),
     version int not null,
     project_type text not null,
     site_address text,
     source text,
     stage text not null,
     lost_reason text,
     estimated_amount numeric(14, 2),
     estimated_currency text,
     next_step text,
     next_step_on date,
     notes text,
     reserved_project_id uuid not null unique,
     created_at timestamptz not null
   )`,
  `create index on lead (company_id, id)`,

  // shell_bytes is what the portal was last told; shell_version rises only when they change.
  `create table portal (
     project_id uuid primary key,
     company_id uuid not null,
     lead_id uuid unique references lead (id),
     version int not null,
     name text not null,
     welcome_message text not null,
     published_at timestamptz,
     shell_version int not null,
     shell_bytes text not null,
     created_at timestamptz not null
   )`,
  `create index on portal (company_id, project_id)`,
];

const companyTables = ['company', 'brand', 'client', 'contact', 'lead', 'portal'];

export class Initial20261121 extends Migration {
  override up(): void {
    for (const statement of messagingTables) this.addSql(statement);
    for (const statement of tables) this.addSql(statement);
    for (const statement of tenantPolicy('member', { company: null, person: 'person_id' })) this.addSql(statement);
    for (const table of companyTables) for (const statement of tenantPolicy(table)) this.addSql(statement);
  }
}
