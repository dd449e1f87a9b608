import { Migration } from '@mikro-orm/migrations';
import { memberPolicies, memberTable } from '@porchlight/messaging';
import { tenantPolicy } from '@porchlight/platform';

const statements = [
  // Row-level security holds back the owner of the tables as well.
  `select set_config('app.system', 'on', true)`,

  // The person a mail goes to, where several get one about the same thing; null where what it is about says to whom.
  `alter table mail add column recipient uuid`,
  `alter table mail drop constraint mail_kind_reference_generation_key`,
  `alter table mail add unique nulls not distinct (kind, reference, generation, recipient)`,
  // How many of a kind went out for a company within the hour.
  `create index on mail (company_id, kind, created_at)`,

  memberTable,
  ...memberPolicies,

  `create table notice (
     id uuid primary key,
     company_id uuid not null,
     kind text not null,
     reference uuid not null,
     generation int not null,
     at timestamptz not null,
     subject text not null,
     detail text,
     lead_id uuid,
     project_id uuid,
     unique (kind, reference, generation)
   )`,
  `create index on notice (company_id, id)`,
  `create index on notice (at)`,
  `create index on notice (lead_id) where lead_id is not null`,
  // A row for each, not the newest one seen: notices of parallel transactions may come to light in another order than their ids.
  `create table notice_seen (
     notice_id uuid not null references notice (id) on delete cascade,
     person_id uuid not null,
     company_id uuid not null,
     primary key (notice_id, person_id)
   )`,
  // No more than the id: so that news of a lead that comes after its end is not told.
  `create table deleted_lead (
     lead_id uuid primary key,
     company_id uuid not null,
     deleted_at timestamptz not null
   )`,
  `create index on deleted_lead (deleted_at)`,
];

const tenantTables = ['notice', 'notice_seen', 'deleted_lead'];

/** The dashboard's bell; mails to several people about one thing. */
export class Bell20261122 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
    for (const table of tenantTables) for (const statement of tenantPolicy(table)) this.addSql(statement);
  }
}
