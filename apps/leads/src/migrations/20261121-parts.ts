import { Migration } from '@mikro-orm/migrations';

/** The copies of memberships know of all parts of a person, no longer of those as staff alone. */
export class Parts20261121 extends Migration {
  override up(): void {
    this.addSql('alter table member rename column staff_of to parts');
    // Row-level security holds back the owner of the table as well.
    this.addSql(`select set_config('app.system', 'on', true)`);
    this.addSql(
      `update member set parts =
         (select coalesce(jsonb_agg(part || '{"projectId": null}'), '[]') from jsonb_array_elements(parts) part)`,
    );
  }
}
