import { Migration } from '@mikro-orm/migrations';

/** Plans that follow the company's calendar when it changes. */
const statements = [
  // Row-level security holds for the owner of the tables too.
  `select set_config('app.system', 'on', true)`,
  `alter table task add column wanted_start date`,
  `update task set wanted_start = start`,
  `alter table task alter column wanted_start set not null`,
  `alter table company add column plans_follow boolean not null default true`,
  `alter table company alter column plans_follow drop default`,
];

export class CalendarChanges extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
