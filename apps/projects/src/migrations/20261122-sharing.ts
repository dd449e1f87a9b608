import { Migration } from '@mikro-orm/migrations';

/** Copies that were taken back tell from those that are expected, and small renditions count as stored. */
const statements = [
  // Unknown of older files, and little beside their large ones.
  `alter table project_file add column small_size integer not null default 0`,
  // Copies without a since are only to be dropped any more.
  `alter table project_file drop constraint project_file_check1`,
  `alter table project_file add constraint project_file_public check (
     num_nonnulls(public_id, public_small_id) in (0, 2) and (public_since is null or public_id is not null))`,
  `drop index project_file_unshared`,
  `create index project_file_unshared on project_file (public_since) where shared_at is null and public_id is not null`,
];

export class Sharing20261122 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
