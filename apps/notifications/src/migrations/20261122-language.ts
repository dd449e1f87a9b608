import { Migration } from '@mikro-orm/migrations';

const statements = [
  // Row-level security holds back the owner of the tables as well.
  `select set_config('app.system', 'on', true)`,
  // The language a mail was asked for in, until it is sent or given up; null where the company's is meant.
  `alter table mail add column language text`,
];

export class Language20261122 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
