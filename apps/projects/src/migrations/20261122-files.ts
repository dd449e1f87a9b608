import { Migration } from '@mikro-orm/migrations';
import { tenantPolicy } from '@porchlight/platform';

/** Photos and documents of projects, and the photos of updates. */
const statements = [
  `create table project_file (
     id uuid primary key, company_id uuid not null, project_id uuid references project (id), version integer not null,
     name text not null, title text not null, kind text not null check (kind in ('photo', 'document')),
     media_type text not null, size integer not null, small_id uuid not null, width integer, height integer,
     added_at timestamptz not null, added_by text not null,
     shared_at timestamptz, public_id uuid unique, public_small_id uuid unique, public_since timestamptz,
     check ((kind = 'photo') = (width is not null and height is not null)),
     check (num_nonnulls(public_id, public_small_id, public_since) in (0, 3)),
     check (shared_at is null or public_id is not null))`,
  `create index project_file_newest on project_file (project_id, added_at, id)`,
  `create index project_file_of_company on project_file (company_id)`,
  // What the sweep looks through.
  `create index project_file_of_nobody on project_file (added_at) where project_id is null`,
  `create index project_file_unshared on project_file (public_since) where shared_at is null`,
  ...tenantPolicy('project_file'),
  `alter table project_update add column file_id uuid references project_file (id) on delete set null`,
  `create index project_update_of_file on project_update (file_id) where file_id is not null`,
  // The shape is the one that rate-limiter-flexible writes. Counts may be lost with a crash.
  `create unlogged table rate_limit (
     key varchar(255) primary key,
     points integer not null default 0,
     expire bigint
   )`,
];

export class Files20261122 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
