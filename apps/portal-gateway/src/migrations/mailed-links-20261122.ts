import { Migration } from '@mikro-orm/migrations';

const statements = [
  // Row-level security holds back the owner of the tables as well.
  `select set_config('app.system', 'on', true)`,
  // The language of the page on which somebody asked, until it is decided.
  'alter table link_request add column language text',
  // When the newest mail with the link came back.
  'alter table share_link add column undelivered_at timestamptz',
];

export class MailedLinks20261122 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
