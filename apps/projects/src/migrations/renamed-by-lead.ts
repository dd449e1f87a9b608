import { Migration } from '@mikro-orm/migrations';

/** Which of its portal's namings a project has followed: an older one that comes later changes nothing. */
export class RenamedByLead extends Migration {
  override up(): void {
    this.addSql('alter table project_portal add column naming int not null default 0');
  }
}
