import { Migration } from '@mikro-orm/migrations';

const statements = [
  // Row-level security holds back the owner of the tables as well.
  `select set_config('app.system', 'on', true)`,
  // The language in which an invitation was last read, for every mail of it from then on; null where the company's is meant.
  `alter table invitation add column language text`,
];

export class ReaderLanguage20261122 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
